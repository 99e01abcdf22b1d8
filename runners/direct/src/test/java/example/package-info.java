// SPDX-License-Identifier: Apache-2.0
/** Code of somebody who uses Beamscribe as a library. */
package example;
