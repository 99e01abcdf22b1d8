// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import io.beamscribe.speech.audio.AudioKind;
import org.jspecify.annotations.Nullable;

/**
 * Detects streams of frames without a file header: MPEG audio (ISO 11172-3, 13818-3), ADTS and LOAS
 * (ISO 14496-3), AC-3 (ETSI TS 102 366), DTS. A sync word alone is met by chance in any file, so
 * the next frames must begin where the first ones end.
 */
final class MpegFrames {
  /**
   * Cut recordings begin in the middle of a frame, and some have other bytes in front. Further back
   * chance has more places, and more frames must follow.
   */
  private static final int NEAR = 4096;

  private static final int FRAMES = 3;
  private static final int FRAMES_FAR = 6;
  private static final int[] MPEG1_RATES = {44_100, 48_000, 32_000};
  private static final int[][] KBPS = {
    {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
  };
  private static final int[] AC3_KBPS = {
    32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640
  };
  private static final int[] AC3_RATES = {48_000, 44_100, 32_000};

  private MpegFrames() {}

  /** The kind of the frames, and where the first one begins; null if there are none. */
  static @Nullable Sniffed sniff(Bytes bytes) {
    for (int start = 0; start < bytes.length(); start++) {
      AudioKind kind = kind(bytes.from(start), start);
      if (kind != null) {
        return new Sniffed(kind, start);
      }
    }
    return null;
  }

  private static @Nullable AudioKind kind(Bytes here, int start) {
    int first = here.at(0);
    if (first == 0xFF && isMpegAudio(here, start)) {
      return AudioKind.MP3;
    } else if (first == 0xFF && follow(here, MpegFrames::adts, start)) {
      return AudioKind.AAC;
    } else if (first == 0x56 && follow(here, MpegFrames::loas, start)) {
      return AudioKind.LATM;
    } else if (first == 0x0B && follow(here, MpegFrames::ac3, start)) {
      return bsid(here) > 10 ? AudioKind.EAC3 : AudioKind.AC3;
    } else if (first == 0x7F && follow(here, MpegFrames::dts, start)) {
      return AudioKind.DTS;
    }
    return null;
  }

  /**
   * All frames of a stream have one layer and rate. Only tapes have layer 1, from their begin on.
   */
  private static boolean isMpegAudio(Bytes here, int start) {
    int second = here.at(1) | 1; // with or without a checksum
    int rate = here.at(2) & 12;
    if (start > 0 && (second & 6) == 6) {
      return false;
    }
    return follow(
        here,
        bytes -> (bytes.at(1) | 1) == second && (bytes.at(2) & 12) == rate ? mpegAudio(bytes) : 0,
        start);
  }

  private interface FrameLength {
    /** Length of the frame that begins here; 0 if none does. */
    int at(Bytes bytes);
  }

  /** Whether frames follow each other; fewer suffice if the file ends after them. */
  private static boolean follow(Bytes bytes, FrameLength lengths, int skipped) {
    int wanted = skipped < NEAR ? FRAMES : FRAMES_FAR;
    int position = 0;
    int frames = 0;
    while (frames < wanted) {
      int length = lengths.at(bytes.from(position));
      if (length == 0) {
        break;
      }
      position += length;
      frames++;
      if (position >= bytes.length()) {
        return skipped == 0 && (frames > 1 || position == bytes.length());
      }
    }
    return frames == wanted;
  }

  private static int mpegAudio(Bytes bytes) {
    int second = bytes.at(1);
    int third = bytes.at(2);
    if (bytes.at(0) != 0xFF || second < 0xE0 || third < 0) {
      return 0;
    }
    int version = second >> 3 & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    int layer = 4 - (second >> 1 & 3);
    int bitrate = third >> 4;
    int rate = third >> 2 & 3;
    if (version == 1 || layer == 4 || bitrate == 0 || bitrate == 15 || rate == 3) {
      return 0;
    }
    boolean mpeg1 = version == 3;
    int hertz = MPEG1_RATES[rate] / (mpeg1 ? 1 : version == 2 ? 2 : 4);
    int bits = KBPS[mpeg1 ? layer - 1 : layer == 1 ? 3 : 4][bitrate - 1] * 1000;
    int padding = third >> 1 & 1;
    return switch (layer) {
      case 1 -> (12 * bits / hertz + padding) * 4;
      case 3 -> (mpeg1 ? 144 : 72) * bits / hertz + padding;
      default -> 144 * bits / hertz + padding;
    };
  }

  private static int adts(Bytes bytes) {
    if (bytes.at(0) != 0xFF || (bytes.at(1) & 0xF6) != 0xF0 || bytes.length() < 7) {
      return 0;
    }
    int rate = bytes.at(2) >> 2 & 15;
    int length = (bytes.at(3) & 3) << 11 | bytes.at(4) << 3 | bytes.at(5) >> 5;
    return rate > 12 || length < 8 ? 0 : length;
  }

  private static int loas(Bytes bytes) {
    if (bytes.at(0) != 0x56 || (bytes.at(1) & 0xE0) != 0xE0 || bytes.length() < 3) {
      return 0;
    }
    int length = (bytes.at(1) & 0x1F) << 8 | bytes.at(2);
    return length == 0 ? 0 : length + 3;
  }

  private static int ac3(Bytes bytes) {
    if (!bytes.has(0, 0x0B, 0x77) || bytes.length() < 6) {
      return 0;
    }
    int bsid = bsid(bytes);
    if (bsid > 10) {
      return bsid > 16 ? 0 : (((bytes.at(2) & 7) << 8 | bytes.at(3)) + 1) * 2;
    }
    int rate = bytes.at(4) >> 6;
    int size = bytes.at(4) & 0x3F;
    if (rate == 3 || size / 2 >= AC3_KBPS.length) {
      return 0;
    }
    int words = AC3_KBPS[size / 2] * 96_000 / AC3_RATES[rate];
    return (words + (rate == 1 ? size & 1 : 0)) * 2;
  }

  /** The 16-bit big-endian form, which files have (ETSI TS 102 114). */
  private static int dts(Bytes bytes) {
    if (!bytes.has(0, 0x7F, 0xFE, 0x80, 0x01) || bytes.length() < 8) {
      return 0;
    }
    int length = ((bytes.at(5) & 3) << 12 | bytes.at(6) << 4 | bytes.at(7) >> 4) + 1;
    return length < 96 ? 0 : length;
  }

  private static int bsid(Bytes bytes) {
    return bytes.at(5) >> 3;
  }
}
