// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.confidence.Calibration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far confidences tell what is right.
 *
 * @param words with a confidence
 * @param curve of reliability, bins with words only
 */
public record ConfidenceFigures(
    long words,
    double meanConfidence,
    double accuracy,
    double expectedCalibrationError,
    double normalizedCrossEntropy,
    List<Point> curve) {

  /** A bin of words of similar confidence. */
  public record Point(
      double fromConfidence,
      double toConfidence,
      long words,
      double meanConfidence,
      double accuracy) {}

  static ConfidenceFigures of(Calibration calibration) {
    List<Point> curve = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < Calibration.BINS; i++) {
      Calibration.Bin bin = calibration.bins().get(i);
      sum += bin.sum();
      if (bin.words() > 0) {
        curve.add(
            new Point(
                (double) i / Calibration.BINS,
                (i + 1.0) / Calibration.BINS,
                bin.words(),
                bin.sum() / bin.words(),
                (double) bin.correct() / bin.words()));
      }
    }
    long words = calibration.words();
    return new ConfidenceFigures(
        words,
        sum / words,
        (double) calibration.correct() / words,
        calibration.expectedError(),
        calibration.normalizedCrossEntropy(),
        curve);
  }
}
