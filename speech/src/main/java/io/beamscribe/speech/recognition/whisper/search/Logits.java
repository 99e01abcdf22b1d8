// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Arithmetic on a row of logits, one for each token. */
public final class Logits {
  /**
   * Powers of e below this are clamped to it: 1e-14 is negligible against the greatest, which is 1.
   */
  private static final float NEGLIGIBLE = 32;

  /** Logits whose powers are taken at once. */
  private static final int CHUNK = 1024;

  /** A token with the natural logarithm of its probability. */
  record Choice(int token, double logProbability) {}

  private Logits() {}

  /**
   * The powers of e to what each logit has over the greatest, within 1e-5 of their size; for the
   * likely tokens within 2e-6. They are 32nd powers of a polynomial that is fitted on the unit
   * interval (Chebyshev points, weighted for relative error): plain arithmetic in few short loops,
   * which the first compiler makes fast and the second vectorises.
   *
   * @param x room for as many numbers
   */
  private static void powers(
      float[] logits, int from, int count, float greatest, float[] x, float[] powers) {
    for (int i = 0; i < count; i++) {
      float below = greatest - logits[from + i];
      x[i] = (below > NEGLIGIBLE ? NEGLIGIBLE : below) * (1 / NEGLIGIBLE);
    }
    for (int i = 0; i < count; i++) {
      float t = x[i];
      float high = ((-1.1940645e-4f * t + 1.26776e-3f) * t - 8.231459e-3f) * t + 4.1617922e-2f;
      powers[i] = (((high * t - 1.6665375e-1f) * t + 4.9999827e-1f) * t - 9.999999e-1f) * t + 1;
    }
    for (int i = 0; i < count; i++) {
      float second = powers[i] * powers[i];
      float fourth = second * second;
      float eighth = fourth * fourth;
      float sixteenth = eighth * eighth;
      powers[i] = sixteenth * sixteenth;
    }
  }

  static float greatest(float[] logits, int from, int to) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      if (logits[i] > greatest) { // several times faster than Math.max
        greatest = logits[i];
      }
    }
    return greatest;
  }

  /**
   * @param greatest of the logits from {@code from} to before {@code to}
   */
  public static double logSumExp(float[] logits, int from, int to, float greatest) {
    float[] x = new float[Math.min(CHUNK, to - from)];
    float[] powers = new float[x.length];
    double sum = 0;
    for (int at = from; at < to; at += x.length) {
      int count = Math.min(x.length, to - at);
      powers(logits, at, count, greatest, x, powers);
      sum += sum(powers, count);
    }
    return greatest + Math.log(sum);
  }

  /** In four sums, which do not wait for each other. */
  private static double sum(float[] numbers, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      a += numbers[i];
      b += numbers[i + 1];
      c += numbers[i + 2];
      d += numbers[i + 3];
    }
    for (; i < count; i++) {
      a += numbers[i];
    }
    return a + b + c + d;
  }

  public static double logSumExp(float[] logits) {
    return logSumExp(logits, 0, logits.length, greatest(logits, 0, logits.length));
  }

  /** The likeliest tokens, the likeliest first, of equals the one with the lower id. */
  static List<Choice> best(float[] logits, int count) {
    int[] ids = new int[count];
    int found = 0;
    float least = Float.NEGATIVE_INFINITY;
    for (int id = 0; id < logits.length; id++) {
      if (logits[id] > least) {
        int at = found < count ? found++ : count - 1;
        while (at > 0 && logits[ids[at - 1]] < logits[id]) {
          ids[at] = ids[at - 1];
          at--;
        }
        ids[at] = id;
        if (found == count) {
          least = logits[ids[count - 1]];
        }
      }
    }
    if (found == 0) {
      return List.of();
    }
    double total = logSumExp(logits, 0, logits.length, logits[ids[0]]);
    return Arrays.stream(ids, 0, found).mapToObj(id -> new Choice(id, logits[id] - total)).toList();
  }

  /** A token sampled with the probabilities at a temperature. */
  static Choice draw(float[] logits, double temperature, SplittableRandom random) {
    float greatest = greatest(logits, 0, logits.length);
    double[] weights = new double[logits.length];
    double sum = 0;
    for (int id = 0; id < logits.length; id++) {
      double exponent = (logits[id] - greatest) / temperature;
      if (exponent > -NEGLIGIBLE) {
        weights[id] = Math.exp(exponent);
        sum += weights[id];
      }
    }
    double left = random.nextDouble() * sum;
    int drawn = 0;
    for (int id = 0; id < logits.length; id++) {
      if (weights[id] > 0) {
        drawn = id;
        left -= weights[id];
        if (left < 0) {
          break;
        }
      }
    }
    return new Choice(drawn, logits[drawn] - logSumExp(logits));
  }
}
