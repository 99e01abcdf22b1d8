// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import java.nio.ByteBuffer;

/** The two companding laws of telephony, ITU-T G.711, expanded to the scale of 16-bit integers. */
final class G711 {
  static final float[] A_LAW = new float[256];
  static final float[] MU_LAW = new float[256];

  static {
    for (int code = 0; code < 256; code++) {
      A_LAW[code] = aLaw(code);
      MU_LAW[code] = muLaw(code);
    }
  }

  private G711() {}

  static void decode(float[] law, ByteBuffer from, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = law[from.get() & 0xFF];
    }
  }

  /** Sign, three bits of exponent, four of mantissa, with the even bits inverted on the line. */
  private static int aLaw(int code) {
    int bits = code ^ 0x55;
    int exponent = bits >> 4 & 7;
    int mantissa = (bits & 15) << 4;
    int magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
    return (bits & 0x80) != 0 ? magnitude : -magnitude;
  }

  /** The same with all bits inverted and a bias of 33 (132 at 16 bits). */
  private static int muLaw(int code) {
    int bits = ~code;
    int magnitude = ((((bits & 15) << 3) + 132) << (bits >> 4 & 7)) - 132;
    return (bits & 0x80) != 0 ? -magnitude : magnitude;
  }
}
