// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

/**
 * Where a session goes on after all that is final.
 *
 * @param position of the first sample that is not final
 * @param offset of the message with that sample, or of the first one after it
 * @param end position after the last sample of that message; -1 if it has not come yet, and begins
 *     with the position
 */
record Resume(long position, long offset, long end) {}
