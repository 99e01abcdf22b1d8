// SPDX-License-Identifier: Apache-2.0
/** Clients, an audio server and a receiver of events, for tests. */
package io.beamscribe.service.testing;
