// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.conversations.DiarizationCounts;

/** Diarization of some files; rates are shares of the speech of the reference, times seconds. */
public record SpeakerFigures(
    long files,
    double diarizationErrorRate,
    double missedRate,
    double falseAlarmRate,
    double confusionRate,
    double jaccardErrorRate,
    double speechSeconds,
    double missedSeconds,
    double falseAlarmSeconds,
    double confusionSeconds,
    long speakers,
    long speakersFound,
    long filesWithRightNumberOfSpeakers) {

  static SpeakerFigures of(DiarizationCounts counts) {
    return new SpeakerFigures(
        counts.files(),
        counts.errorRate(),
        counts.missed() / counts.speech(),
        counts.falseAlarm() / counts.speech(),
        counts.confusion() / counts.speech(),
        counts.jaccardRate(),
        counts.speech(),
        counts.missed(),
        counts.falseAlarm(),
        counts.confusion(),
        counts.speakers(),
        counts.found(),
        counts.rightCounts());
  }
}
