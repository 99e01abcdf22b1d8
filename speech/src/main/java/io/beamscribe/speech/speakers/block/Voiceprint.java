// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A speaker embedding, as numbers and as the text it is stored as. */
public final class Voiceprint {
  /** How many numbers. */
  public static final int SIZE = 192;

  private Voiceprint() {}

  /** The same direction at unit length; empty if there is none or it is not finite. */
  public static float @Nullable [] unit(float[] voice) {
    double squares = 0;
    for (float each : voice) {
      squares += (double) each * each;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0) || Double.isInfinite(length)) {
      return null;
    }
    float[] unit = new float[voice.length];
    for (int i = 0; i < voice.length; i++) {
      unit[i] = (float) (voice[i] / length);
    }
    return unit;
  }

  public static String text(float[] voice) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(voice);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  public static String text(double[] voice) {
    float[] floats = new float[voice.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) voice[i];
    }
    return text(floats);
  }

  /** Whether a text has all numbers of a voice, and nothing else. */
  public static boolean isComplete(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (bytes.length != SIZE * Float.BYTES) {
      return false;
    }
    float[] voice = new float[SIZE];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(voice);
    return unit(voice) != null;
  }

  /** The numbers of a text. */
  public static double[] numbers(@Nullable String text) {
    FloatBuffer floats =
        ByteBuffer.wrap(Base64.getDecoder().decode(text))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    double[] voice = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      voice[i] = floats.get();
    }
    return voice;
  }
}
