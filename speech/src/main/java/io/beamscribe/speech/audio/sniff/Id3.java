// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

/** ID3v2 tags, which precede the audio and may contain pictures of megabytes. */
final class Id3 {
  private Id3() {}

  /** Length of all tags at the beginning; 0 if there are none. */
  static int length(Bytes bytes) {
    long total = 0;
    while (total < bytes.length()) {
      int tag = one(bytes.from((int) total));
      if (tag == 0) {
        break;
      }
      total += tag;
    }
    return (int) Math.min(total, Integer.MAX_VALUE);
  }

  private static int one(Bytes bytes) {
    if (!bytes.has(0, "ID3") || bytes.length() < 10 || bytes.at(3) == 0xFF) {
      return 0;
    }
    int size = 0;
    for (int i = 6; i < 10; i++) {
      if (bytes.at(i) > 0x7F) {
        return 0;
      }
      size = size << 7 | bytes.at(i);
    }
    boolean footer = (bytes.at(5) & 0x10) != 0;
    return size + (footer ? 20 : 10);
  }
}
