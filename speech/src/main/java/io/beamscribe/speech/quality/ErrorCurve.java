// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.quality;

import java.util.Map;
import java.util.Optional;

/**
 * How many errors are to be expected for a word of a confidence: a monotone curve, fitted on speech
 * with references by {@code training/quality/fit.py}. Deletions count half for each of the words
 * beside them. That of Vosk tells errors of characters, and was fitted on Korean, whose words in
 * results are parts of those that people write. Immutable.
 */
final class ErrorCurve {
  private static final double[] CONFIDENCES = {
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1
  };

  private static final Map<String, ErrorCurve> BY_ENGINE =
      Map.of(
          "whisper",
          new ErrorCurve(
              1.0, 0.89, 0.693, 0.64, 0.588, 0.538, 0.509, 0.408, 0.248, 0.115, 0.069, 0.0),
          "vosk",
          new ErrorCurve(
              1.0, 1.0, 1.0, 0.92, 0.777, 0.616, 0.473, 0.394, 0.392, 0.381, 0.376, 0.137));

  private final double[] errors;

  private ErrorCurve(double... errors) {
    this.errors = errors;
  }

  /** The curve of an engine; empty if none was fitted. */
  static Optional<ErrorCurve> of(String engine) {
    return Optional.ofNullable(BY_ENGINE.get(engine));
  }

  /**
   * Expected errors of one word.
   *
   * @param confidence from 0 to 1
   */
  double errors(double confidence) {
    int next = 1;
    while (next < CONFIDENCES.length - 1 && confidence > CONFIDENCES[next]) {
      next++;
    }
    double from = CONFIDENCES[next - 1];
    double share = (confidence - from) / (CONFIDENCES[next] - from);
    double within = Math.max(0, Math.min(1, share));
    return errors[next - 1] + within * (errors[next] - errors[next - 1]);
  }
}
