// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * Where the mean and the deviation of an encoder's states lie in the few directions in which
 * recordings differ most. Immutable.
 */
final class Colour {
  private static final double SCALE = 20;

  private final float[] mean;

  /** A row for each direction. */
  private final float[][] directions;

  Colour(JsonNode json) {
    mean = JsonArrays.floats(json.path("mean"));
    ByteBuffer halves =
        ByteBuffer.wrap(Base64.getDecoder().decode(json.path("directions").asText()))
            .order(ByteOrder.LITTLE_ENDIAN);
    directions = new float[halves.remaining() / Short.BYTES / mean.length][mean.length];
    for (float[] row : directions) {
      for (int i = 0; i < row.length; i++) {
        row[i] = number(halves.getShort());
      }
    }
  }

  /** A number in half precision (IEEE 754 binary16). */
  private static float number(short half) {
    int exponent = half >> 10 & 0x1f;
    int fraction = half & 0x3ff;
    double size =
        exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.scalb(1.0, exponent - 25);
    return (float) (half < 0 ? -size : size);
  }

  /**
   * @param hidden frame after frame
   * @param from first frame
   * @param to frame after the last
   */
  double[] of(float[] hidden, int from, int to) {
    int width = mean.length / 2;
    double[] numbers = new double[mean.length];
    for (int t = from; t < to; t++) {
      for (int i = 0; i < width; i++) {
        numbers[i] += hidden[t * width + i];
      }
    }
    for (int i = 0; i < width; i++) {
      numbers[i] /= to - from;
    }
    for (int t = from; t < to; t++) {
      for (int i = 0; i < width; i++) {
        double off = hidden[t * width + i] - numbers[i];
        numbers[width + i] += off * off;
      }
    }
    for (int i = width; i < numbers.length; i++) {
      numbers[i] = Math.sqrt(numbers[i] / (to - from));
    }
    double[] out = new double[directions.length];
    for (int row = 0; row < out.length; row++) {
      for (int i = 0; i < numbers.length; i++) {
        out[row] += (numbers[i] - mean[i]) * directions[row][i];
      }
      out[row] *= SCALE;
    }
    return out;
  }
}
