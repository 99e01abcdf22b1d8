// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Finds chunks of a WAV file where the sizes of others lead past them. */
final class WavSearch {
  /** Programs write their notes before the samples, but hardly more than this. */
  private static final int FAR = 256 * 1024;

  private static final Set<String> KNOWN =
      Set.of(
          "data", "fmt ", "LIST", "fact", "bext", "iXML", "axml", "cue ", "smpl", "inst", "plst",
          "JUNK", "junk", "PAD ", "FLLR", "PEAK", "ds64", "cart", "note", "labl", "id3 ", "ID3 ",
          "DISP", "acid", "afsp", "_PMX", "minf", "elm1", "regn", "umid", "chna", "levl", "SAUR");

  private WavSearch() {}

  /**
   * Whether the second of nine bytes behind a chunk of odd size begins the next chunk, the first
   * one being the byte that fills up the size.
   */
  static boolean isPadded(byte[] nine) {
    if (nine[0] == 0 || KNOWN.contains(text(nine, 1))) {
      return true;
    }
    return !KNOWN.contains(text(nine, 0)) && !isName(nine);
  }

  private static String text(byte[] bytes, int start) {
    return new String(bytes, start, 4, StandardCharsets.ISO_8859_1);
  }

  private static boolean isName(byte[] bytes) {
    for (int i = 0; i < 4; i++) {
      if (bytes[i] < ' ' || bytes[i] > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * The header of a file whose samples are not where sizes say.
   *
   * @param format whose {@code dataStart} is the end of the format
   * @return empty if there is no chunk of samples near
   */
  static Optional<WavHeader> samples(AudioSource source, WavHeader format) throws IOException {
    ByteBuffer buffer =
        ByteBuffer.allocate(FAR)
            .order(format.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    try (ReadableByteChannel channel = source.open()) {
      ByteChannels.skip(channel, format.dataStart());
      ByteChannels.fill(channel, buffer);
    }
    buffer.flip();
    for (int at = 0; at + 8 <= buffer.limit(); at++) {
      if (text(buffer.array(), at).equals("data")) {
        long start = format.dataStart() + at + 8;
        long size = buffer.getInt(at + 4) & 0xFFFFFFFFL;
        return Optional.of(
            new WavHeader(
                format.tag(),
                format.channels(),
                format.rate(),
                format.bits(),
                format.blockAlign(),
                start,
                size == 0 || size > source.size() - start ? -1 : size,
                format.mask(),
                format.bigEndian()));
      }
    }
    return Optional.empty();
  }
}
