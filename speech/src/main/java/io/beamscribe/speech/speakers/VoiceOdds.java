// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.clustering.VoiceSpace;

/**
 * A mean print of one recording, to be compared with those of others whatever their bands: the log
 * likelihood ratio of one voice to two in {@link VoiceSpace#acrossBands}, calibrated to natural
 * logarithms of odds on readers who are not in the space (see docs/voices.md). Prints get the
 * length that the space expects (Garcia-Romero, "Analysis of i-vector length normalization", 2011).
 * The seconds of a print do not count: pieces of one recording scatter together. Immutable.
 */
final class VoiceOdds {
  private static final VoiceSpace SPACE = VoiceSpace.acrossBands();
  private static final double[] VARIANCES = SPACE.variances();

  private static final double SCALE = .39;
  private static final double OFFSET = -.48;

  /** Within a band strangers are more alike than across bands. */
  private static final double SAME_BAND = -2.44;

  private final double[] at;
  private final double band;

  VoiceOdds(double[] print) {
    band = Math.min(1, SPACE.telephoneShare(print));
    at = SPACE.coordinates(print, SPACE.bandMean(print));
    double squares = 0;
    double expected = 0;
    for (int i = 0; i < at.length; i++) {
      squares += at[i] * at[i];
      expected += VARIANCES[i] + 1;
    }
    double scale = squares > 0 ? Math.sqrt(expected / squares) : 0;
    for (int i = 0; i < at.length; i++) {
      at[i] *= scale;
    }
  }

  /** Log odds that both are of one voice, if that is as likely beforehand as that they are not. */
  double sameAs(VoiceOdds other) {
    double ratio = 0;
    for (int i = 0; i < at.length; i++) {
      double variance = VARIANCES[i];
      double total = variance + 1;
      double determinant = 2 * variance + 1;
      double squares = at[i] * at[i] + other.at[i] * other.at[i];
      double together =
          (total * squares - 2 * variance * at[i] * other.at[i]) / determinant
              + Math.log(determinant / (total * total));
      ratio += (squares / total - together) / 2;
    }
    return SCALE * ratio + OFFSET + SAME_BAND * (1 - Math.abs(band - other.band));
  }
}
