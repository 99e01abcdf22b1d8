package io.beamscribe.speech.speakers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a voice sounds like, in numbers and in the bytes that they are stored in. */
final class Voiceprint {
  /** How many numbers. */
  static final int SIZE = 192;

  private Voiceprint() {}

  /** The same direction at length one; nothing where there is none or it is no number. */
  static float[] unit(float[] voice) {
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

  static byte[] bytes(float[] voice) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(voice);
    return bytes.array();
  }

  static float[] floats(byte[] bytes) {
    float[] voice = new float[SIZE];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(voice);
    return voice;
  }
}
