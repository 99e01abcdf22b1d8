// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Makes a long file of several blocks that is quick to recognise: speech now and then. */
public final class LongAudio {
  private static final int RATE = 16_000;
  private static final int HEADER = 44;
  private static final int LATER = RATE / 5 * 2;

  private LongAudio() {}

  /**
   * Writes minutes of near silence with a clip at the beginning of every minute.
   *
   * @param clip WAV, 16 kHz, 16 bit, mono, with the plain header of 44 bytes
   */
  public static void write(Path target, Path clip, int minutes) throws IOException {
    byte[] speech = Files.readAllBytes(clip);
    byte[] minute = new byte[60 * RATE * 2];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      out.write(header(minutes * minute.length));
      for (int i = 0; i < minutes; i++) {
        // No two minutes alike, so that a block in the wrong place shows.
        Arrays.fill(minute, (byte) 0);
        System.arraycopy(speech, HEADER, minute, i * LATER, speech.length - HEADER);
        out.write(minute);
      }
    }
  }

  /** The header of a WAV file with so many bytes of samples as {@link #write} makes. */
  public static byte[] header(int bytes) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    header.putShort((short) 2).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return header.array();
  }
}
