// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How one sample is stored in a WAV file, and its value in the scale of 16-bit integers. The value
 * is exact for all formats up to 24 bits.
 */
public enum SampleFormat {
  U8("pcm_u8", 1, 127 * 256f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      for (int i = 0; i < count; i++) {
        to[i] = ((from.get() & 0xFF) - 128) * 256f;
      }
    }
  },
  S16("pcm_s16le", 2, 32767f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      for (int i = 0; i < count; i++) {
        to[i] = from.getShort();
      }
    }
  },
  S24("pcm_s24le", 3, 32767f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      for (int i = 0; i < count; i++) {
        if (from.order() == ByteOrder.BIG_ENDIAN) {
          int high = from.getShort() << 8;
          to[i] = (high | from.get() & 0xFF) / 256f;
        } else {
          int low = from.getShort() & 0xFFFF;
          to[i] = (from.get() << 16 | low) / 256f;
        }
      }
    }
  },
  S32("pcm_s32le", 4, 32767f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      for (int i = 0; i < count; i++) {
        to[i] = from.getInt() / 65536f;
      }
    }
  },
  F32("pcm_f32le", 4, 32767f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      for (int i = 0; i < count; i++) {
        to[i] = bounded(from.getFloat() * 32768f);
      }
    }
  },
  F64("pcm_f64le", 8, 32767f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      for (int i = 0; i < count; i++) {
        to[i] = bounded((float) (from.getDouble() * 32768));
      }
    }
  },
  ALAW("pcm_alaw", 1, 32256f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      G711.decode(G711.A_LAW, from, to, count);
    }
  },
  MULAW("pcm_mulaw", 1, 32124f) {
    @Override
    void decode(ByteBuffer from, float[] to, int count) {
      G711.decode(G711.MU_LAW, from, to, count);
    }
  };

  private final String codec;
  private final int bytes;
  private final float fullScale;

  SampleFormat(String codec, int bytes, float fullScale) {
    this.codec = codec;
    this.bytes = bytes;
    this.fullScale = fullScale;
  }

  /** Decodes {@code count} samples; the buffer has the order of the file and holds them all. */
  abstract void decode(ByteBuffer from, float[] to, int count);

  /** The name by which ffmpeg knows this codec. */
  public String codec() {
    return codec;
  }

  public int bytes() {
    return bytes;
  }

  /** Samples of this magnitude and above count as clipped. */
  public float fullScale() {
    return fullScale;
  }

  /**
   * Floating-point samples may exceed full scale, which is kept; values that are no number or no
   * sound (more than 60 dB above full scale) become silence.
   */
  private static float bounded(float sample) {
    return Math.abs(sample) < 32_768_000f ? sample : 0;
  }
}
