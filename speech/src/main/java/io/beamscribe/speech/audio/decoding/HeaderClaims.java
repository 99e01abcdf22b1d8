// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.ByteChannels;
import io.beamscribe.speech.audio.sniff.Sniffed;
import io.beamscribe.speech.audio.wav.WavParser;
import io.beamscribe.speech.audio.wav.WriterSizes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Sizes in headers that ffmpeg takes at their word, or does not look at. */
final class HeaderClaims {
  private static final int NEAR = 64 * 1024;

  /** File properties of ASF: the first half of their identifier. */
  private static final long ASF_PROPERTIES = 0x11CFA947_8CABDCA1L;

  private HeaderClaims() {}

  /**
   * Whether the writer of a file did not know how long it would become, whatever its header says.
   */
  static boolean areUnknown(Sniffed found, StoredFile file) throws IOException {
    return switch (found.kind()) {
      case WAV, RIFX -> isStreamedWav(found, file);
      case AIFF -> isStreamedAiff(file);
      default -> false;
    };
  }

  private static boolean isStreamedWav(Sniffed found, StoredFile file) throws IOException {
    try {
      return found.start() == 0 && WavParser.parse(file.source(), found.kind()).dataBytes() < 0;
    } catch (SpeechException e) {
      return false; // ffmpeg has read it nevertheless
    }
  }

  private static boolean isStreamedAiff(StoredFile file) throws IOException {
    ByteBuffer head = head(file, ByteOrder.BIG_ENDIAN);
    for (int at = 12; at + 8 <= head.limit(); at++) {
      if (head.getInt(at) == 0x53534E44) { // SSND, whose size includes eight bytes of its own
        long size = (head.getInt(at + 4) & 0xFFFFFFFFL) - 8;
        return size > file.size() && WriterSizes.areUnknown(head.getInt(4), size, at + 16);
      }
    }
    return false;
  }

  /** Whether less is stored than the header of an ASF file says. */
  static boolean isCutAsf(StoredFile file) throws IOException {
    ByteBuffer head = head(file, ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 92 <= head.limit(); at++) {
      if (head.getLong(at) == ASF_PROPERTIES) {
        boolean live = (head.getInt(at + 88) & 1) != 0;
        return !live && head.getLong(at + 40) > file.size();
      }
    }
    return false;
  }

  private static ByteBuffer head(StoredFile file, ByteOrder order) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(NEAR).order(order);
    try (SeekableByteChannel bytes = file.open()) {
      ByteChannels.fill(bytes, head);
    }
    return head.flip();
  }
}
