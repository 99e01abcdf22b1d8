// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import java.io.Serializable;

/**
 * How well speakers were told apart, in seconds; time of two speakers at once counts twice.
 *
 * @param speech of the reference
 * @param missed of speech that nobody of the hypothesis says
 * @param falseAlarm of the hypothesis that nobody of the reference says
 * @param confusion of speech given to a wrong speaker
 * @param jaccard sum of the Jaccard errors of the speakers of the reference
 * @param speakers of the reference
 * @param found speakers of the hypothesis
 * @param files number of files
 * @param rightCounts files whose number of speakers is right
 */
public record DiarizationCounts(
    double speech,
    double missed,
    double falseAlarm,
    double confusion,
    double jaccard,
    long speakers,
    long found,
    long files,
    long rightCounts)
    implements Serializable {
  public static final DiarizationCounts NONE = new DiarizationCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  public DiarizationCounts plus(DiarizationCounts other) {
    return new DiarizationCounts(
        speech + other.speech,
        missed + other.missed,
        falseAlarm + other.falseAlarm,
        confusion + other.confusion,
        jaccard + other.jaccard,
        speakers + other.speakers,
        found + other.found,
        files + other.files,
        rightCounts + other.rightCounts);
  }

  /** Diarization error rate; NaN without speech. */
  public double errorRate() {
    return speech > 0 ? (missed + falseAlarm + confusion) / speech : Double.NaN;
  }

  /** Jaccard error rate: the mean over speakers, so that those who say little count as well. */
  public double jaccardRate() {
    return speakers > 0 ? jaccard / speakers : Double.NaN;
  }
}
