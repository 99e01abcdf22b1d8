// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import java.util.List;

/**
 * Where a session goes on after all that is final.
 *
 * @param position of the first sample that is not final
 * @param offset of the message with that sample, or of the first one after it
 * @param end position after the last sample of that message; -1 if it has not come yet, and begins
 *     with the position
 */
record Resume(long position, long offset, long end) {
  /**
   * Goes on at a position, or after all chunks.
   *
   * @param chunks of the session, in order
   */
  static Resume at(long position, List<AudioChunk> chunks) {
    long last = -1;
    long end = 0;
    for (AudioChunk chunk : chunks) {
      AudioChunk.Source source = chunk.source();
      if (source != null) {
        if (chunk.end() > position) {
          return new Resume(position, source.offset(), chunk.end());
        }
        last = Math.max(last, source.offset());
      }
      end = Math.max(end, chunk.end());
    }
    return new Resume(end, last + 1, -1);
  }
}
