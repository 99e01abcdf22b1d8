// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import java.nio.ByteBuffer;

/** The types of numbers in CTranslate2's format, in the order of their codes. */
enum Ct2Type {
  FLOAT32(4) {
    @Override
    float get(ByteBuffer data, int index) {
      return data.getFloat(4 * index);
    }
  },
  INT8(1) {
    @Override
    float get(ByteBuffer data, int index) {
      return data.get(index);
    }
  },
  INT16(2) {
    @Override
    float get(ByteBuffer data, int index) {
      return data.getShort(2 * index);
    }
  },
  INT32(4) {
    @Override
    float get(ByteBuffer data, int index) {
      return data.getInt(4 * index);
    }
  },
  FLOAT16(2) {
    @Override
    float get(ByteBuffer data, int index) {
      return half(data.getShort(2 * index));
    }
  },
  BFLOAT16(2) {
    @Override
    float get(ByteBuffer data, int index) {
      return Float.intBitsToFloat(data.getShort(2 * index) << 16);
    }
  };

  private static final Ct2Type[] CODES = values();

  /** Bytes per number. */
  final int size;

  Ct2Type(int size) {
    this.size = size;
  }

  /** The number at an index. All of them are exact as a float, but for large integers. */
  abstract float get(ByteBuffer data, int index);

  static Ct2Type of(int code) throws ModelException {
    if (code >= CODES.length) {
      throw new ModelException("model.bin holds numbers of the unknown type " + code);
    }
    return CODES[code];
  }

  /** IEEE 754 binary16: one bit of sign, five of exponent, ten of fraction. */
  static float half(short bits) {
    int sign = bits << 16 & 0x8000_0000;
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float small = fraction * 0x1p-24f;
      return sign == 0 ? small : -small;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
