package io.beamscribe.speech.recognition.whisper;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Arithmetic on a row of logits, one for each token. */
final class Logits {
  /** What lies so far below the greatest is less than 1e-8 of it, and not worth an exponential. */
  private static final float NEGLIGIBLE = 18;

  /** Steps of the table for each unit. */
  private static final int STEPS = 64;

  /** Powers of e from 0 down to {@link #NEGLIGIBLE}, and then nothing. */
  private static final float[] POWERS = powers();

  /** A token with the natural logarithm of its probability. */
  record Choice(int token, double logProbability) {}

  private Logits() {}

  private static float[] powers() {
    float[] powers = new float[(int) (NEGLIGIBLE * STEPS) + 1];
    for (int i = 0; i < powers.length - 1; i++) {
      powers[i] = (float) Math.exp(-(double) i / STEPS);
    }
    return powers;
  }

  /**
   * The power of e to {@code -below}, exact to single precision: from a table, and by the first
   * terms of its series for the rest. Several times faster than Math.exp.
   */
  private static float power(float below) {
    int step = (int) (Math.min(below, NEGLIGIBLE) * STEPS);
    float rest = below - (float) step / STEPS;
    return POWERS[step] * (1 - rest * (1 - rest * (0.5f - rest / 6)));
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
  static double logSumExp(float[] logits, int from, int to, float greatest) {
    float floor = greatest - NEGLIGIBLE;
    double sum = 0;
    for (int i = from; i < to; i++) {
      if (logits[i] > floor) {
        sum += power(greatest - logits[i]);
      }
    }
    return greatest + Math.log(sum);
  }

  static double logSumExp(float[] logits) {
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

  /** A token drawn with the probabilities at a temperature. */
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
