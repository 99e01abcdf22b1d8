// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How near the states of an encoder, on the mean over a phone's frames, are to those of the phone
 * when it is said well. The probe that aligns hears single frames; a phone as a whole is heard
 * better. Immutable.
 */
final class Likeness {
  /** Standard deviations beyond which a deviation counts no more. */
  private static final double FAR = 4;

  /** The least logarithm of a probability. */
  private static final double LEAST = -20;

  private final int width;
  private final float[] weights;
  private final float[] bias;
  private final float[] means;
  private final float[] scale;
  private final float[] slope;

  /** The mean mark of each phone. */
  private final double[] usual;

  Likeness(JsonNode json) {
    weights = JsonArrays.floats(json.path("weights"));
    bias = JsonArrays.floats(json.path("bias"));
    means = JsonArrays.floats(json.path("means"));
    scale = JsonArrays.floats(json.path("scale"));
    slope = JsonArrays.floats(json.path("slope"));
    usual = JsonArrays.doubles(json.path("usual"));
    width = scale.length;
  }

  /**
   * @param hidden states, frame after frame
   * @param phones which are not silences
   */
  LikePhones of(float[] hidden, List<AlignedPhone> phones) {
    double[][] near = new double[phones.size()][];
    double[] expected = new double[phones.size()];
    double[] deviation = new double[2 * width];
    for (int i = 0; i < near.length; i++) {
      AlignedPhone phone = phones.get(i);
      double[] state = state(hidden, phone);
      double[] log = log(state);
      double distance = 0;
      double guess = usual[phone.phone()];
      for (int j = 0; j < width; j++) {
        double off = (state[j] - means[phone.phone() * width + j]) / scale[j];
        double z = Math.max(-FAR, Math.min(FAR, off));
        distance += z * z / width;
        guess += z * slope[j];
        deviation[j] += z / near.length;
        deviation[width + j] += Math.abs(z) / near.length;
      }
      double own = log[phone.phone()];
      near[i] = new double[] {own, own - other(log, phone.phone()), entropy(log), distance, guess};
      expected[i] = usual[phone.phone()];
    }
    return new LikePhones(near, expected, deviation);
  }

  private double[] state(float[] hidden, AlignedPhone phone) {
    double[] state = new double[width];
    for (int t = phone.from(); t < phone.to(); t++) {
      for (int j = 0; j < width; j++) {
        state[j] += hidden[t * width + j];
      }
    }
    for (int j = 0; j < width; j++) {
      state[j] /= phone.frames();
    }
    return state;
  }

  private double[] log(double[] state) {
    double[] log = new double[bias.length];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int phone = 0; phone < log.length; phone++) {
      log[phone] = bias[phone];
      for (int j = 0; j < width; j++) {
        log[phone] += state[j] * weights[phone * width + j];
      }
      greatest = Math.max(greatest, log[phone]);
    }
    double sum = 0;
    for (double each : log) {
      sum += Math.exp(each - greatest);
    }
    double total = greatest + Math.log(sum);
    for (int phone = 0; phone < log.length; phone++) {
      log[phone] = Math.max(LEAST, log[phone] - total);
    }
    return log;
  }

  private static double other(double[] log, int own) {
    double best = Double.NEGATIVE_INFINITY;
    for (int phone = 0; phone < log.length; phone++) {
      best = phone == own ? best : Math.max(best, log[phone]);
    }
    return best;
  }

  private static double entropy(double[] log) {
    double entropy = 0;
    for (double each : log) {
      entropy -= Math.exp(each) * each;
    }
    return entropy;
  }
}
