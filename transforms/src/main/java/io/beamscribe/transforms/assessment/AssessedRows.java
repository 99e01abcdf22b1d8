// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.pronunciation.Assessment.WordResult;
import io.beamscribe.transforms.assessment.AssessedFile.AssessedPhone;
import io.beamscribe.transforms.assessment.AssessedFile.AssessedWord;
import java.util.List;

/** Makes rows of the report. */
final class AssessedRows {
  private AssessedRows() {}

  static AssessedFile of(AssessmentTask task, Assessment assessment) {
    return new AssessedFile(
        task.file().path(),
        task.file().source(),
        task.locale(),
        task.speaker(),
        task.group(),
        task.date(),
        null,
        null,
        assessment.calibrated(),
        assessment.accuracy(),
        assessment.fluency(),
        assessment.completeness(),
        assessment.prosody(),
        assessment.total(),
        assessment.words().stream().map(AssessedRows::word).toList());
  }

  private static AssessedWord word(WordResult word) {
    return new AssessedWord(
        word.text(),
        word.startMilliseconds(),
        word.endMilliseconds(),
        word.accuracy(),
        word.error().word(),
        word.phones().stream()
            .map(phone -> new AssessedPhone(phone.phone().name(false), phone.accuracy()))
            .toList());
  }

  static AssessedFile failed(AssessmentTask task, SpeechException e) {
    return new AssessedFile(
        task.file().path(),
        task.file().source(),
        task.locale(),
        task.speaker(),
        task.group(),
        task.date(),
        e.kind().label(),
        String.valueOf(e.getMessage()),
        false,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
