// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import io.beamscribe.speech.audio.SampleRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV as we write it: PCM of 16 bits at {@link SampleRange#RATE} Hz. */
public final class WavOutput {
  /** Bytes of a sample. */
  public static final int BYTES = 2;

  private static final int HEADER = 44;
  private static final int PCM = 1;
  private static final long MOST = 0xFFFF_FFFFL;

  private WavOutput() {}

  /**
   * What precedes the samples.
   *
   * @param samples of each channel; sizes that the format cannot hold are the largest that it can
   */
  public static byte[] header(int channels, long samples) {
    long data = samples * channels * BYTES;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII));
    header.putInt((int) Math.min(MOST, data + HEADER - 8));
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
    header.putInt(16).putShort((short) PCM).putShort((short) channels);
    header.putInt(SampleRange.RATE).putInt(SampleRange.RATE * channels * BYTES);
    header.putShort((short) (channels * BYTES)).putShort((short) (BYTES * 8));
    header.put("data".getBytes(StandardCharsets.US_ASCII));
    header.putInt((int) Math.min(MOST, data));
    return header.array();
  }

  /** A sample in the scale of 16-bit integers, rounded and clipped. */
  public static short sample(float value) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
  }

  /** A whole file of one channel. */
  public static byte[] mono(float[] samples) {
    byte[] header = header(1, samples.length);
    ByteBuffer file =
        ByteBuffer.allocate(header.length + samples.length * BYTES).order(ByteOrder.LITTLE_ENDIAN);
    file.put(header);
    for (float sample : samples) {
      file.putShort(sample(sample));
    }
    return file.array();
  }
}
