// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

/**
 * What may precede audio of any kind: ID3v2 tags, which may contain pictures of megabytes, APE
 * tags, ID3v1 tags of a file before it, and zeros, as writers leave them that reserve room.
 */
final class LeadIn {
  /** Fewer zeros may begin a format. */
  private static final int ZEROS = 16;

  /** No format begins with more, so that audio may begin this much before the first other byte. */
  static final int MOST_ZEROS = 3;

  private static final int APE_HEADER = 32;
  private static final int ID3V1 = 128;

  private LeadIn() {}

  /**
   * Length of all that precedes audio at the beginning of these bytes, perhaps more than there are;
   * 0 if nothing does.
   */
  static long length(Bytes bytes) {
    long total = 0;
    while (total < bytes.length()) {
      long one = one(bytes.from((int) total));
      if (one == 0) {
        break;
      }
      total += one;
    }
    return total;
  }

  private static long one(Bytes bytes) {
    if (bytes.has(0, "ID3")) {
      return id3(bytes);
    } else if (bytes.has(0, "APETAGEX") && bytes.length() >= APE_HEADER) {
      long size = bytes.little(12);
      // The size is that of items and footer; a tag at the beginning has a header too.
      return size + APE_HEADER;
    } else if (bytes.has(0, "TAG") && bytes.length() > ID3V1) {
      return ID3V1;
    }
    int zeros = 0;
    while (bytes.at(zeros) == 0) {
      zeros++;
    }
    return zeros < ZEROS ? 0 : zeros == bytes.length() ? zeros : zeros - MOST_ZEROS;
  }

  private static long id3(Bytes bytes) {
    if (bytes.length() < 10 || bytes.at(3) == 0xFF) {
      return 0;
    }
    long size = 0;
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
