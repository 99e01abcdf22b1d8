// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files byte by byte, valid and invalid ones. */
public final class Wav {
  private Wav() {}

  public static byte[] pcm16(short[][] channels, int rate) {
    byte[] data = interleave(channels);
    return riff(fmt(1, channels.length, rate, 16), chunk("data", data));
  }

  static byte[] interleave(short[][] channels) {
    ByteBuffer data = little(channels.length * channels[0].length * 2);
    for (int i = 0; i < channels[0].length; i++) {
      for (short[] channel : channels) {
        data.putShort(channel[i]);
      }
    }
    return bytes(data);
  }

  public static byte[] fmt(int tag, int channels, int rate, int bits) {
    int frame = channels * ((bits + 7) / 8);
    return fmt(tag, channels, rate, bits, frame);
  }

  public static byte[] fmt(int tag, int channels, int rate, int bits, int blockAlign) {
    return chunk(
        "fmt ",
        bytes(
            little(16)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * blockAlign)
                .putShort((short) blockAlign)
                .putShort((short) bits)));
  }

  public static byte[] extensible(int subTag, int channels, int rate, int bits) {
    int frame = channels * ((bits + 7) / 8);
    ByteBuffer body = little(40).putShort((short) 0xFFFE).putShort((short) channels);
    body.putInt(rate).putInt(rate * frame).putShort((short) frame).putShort((short) bits);
    body.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) subTag);
    body.putShort((short) 0).putInt(0x00100000).putInt(0xAA000080).putInt(0x719B3800);
    return chunk("fmt ", bytes(body));
  }

  public static byte[] riff(byte[]... chunks) {
    return riffAs("RIFF", -1, chunks);
  }

  /** A file with a given identifier and size field; a size of -1 stands for the true one. */
  public static byte[] riffAs(String id, int size, byte[]... chunks) {
    byte[] body = join(chunks);
    return join(
        id.getBytes(StandardCharsets.US_ASCII),
        int32(size == -1 ? body.length + 4 : size),
        "WAVE".getBytes(StandardCharsets.US_ASCII),
        body);
  }

  public static byte[] chunk(String id, byte[] body) {
    byte[] padding = new byte[body.length % 2];
    return join(chunkOfSize(id, body.length, body), padding);
  }

  /** A chunk with an arbitrary size field. */
  public static byte[] chunkOfSize(String id, long size, byte[] body) {
    return join(id.getBytes(StandardCharsets.US_ASCII), int32((int) size), body);
  }

  public static byte[] int32(int value) {
    return bytes(little(4).putInt(value));
  }

  public static byte[] int64(long value) {
    return bytes(little(8).putLong(value));
  }

  public static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  /** What was put into a buffer so far. */
  public static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  public static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
