// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A text while it is read, utterance after utterance: each is compared with the reference from
 * where the one before ended. Not thread-safe.
 */
public final class ReadAloud {
  private final StretchExaminer examiner;
  private final String locale;
  private final PronunciationOptions options;
  private final ReferenceText reference;

  /** How many words of the reference are done. */
  private int next;

  ReadAloud(StretchExaminer examiner, String locale, PronunciationOptions options) {
    this.examiner = examiner;
    this.locale = locale;
    this.options = options;
    this.reference = ReferenceText.of(options.referenceText());
  }

  /**
   * Assesses the next utterance. Its completeness is of the part of the reference that it stands
   * for.
   *
   * @param utterance of at most 30 s
   * @param last whether the reference ends with it: what was not said of it was left out then
   */
  public AssessedSpeech next(SpeechSegment utterance, boolean last) throws SpeechException {
    StretchAssessment assessed = stretch(utterance, last);
    return result(List.of(assessed), isFree() ? 0 : assessed.referenceWords());
  }

  /**
   * Assesses a whole recording, in stretches of at most 30 s, with what is left of the reference.
   *
   * @param samples mono, 16 kHz, in the scale of 16-bit integers
   */
  public AssessedSpeech whole(float[] samples) throws SpeechException {
    List<SpeechSegment> stretches = Stretches.of(samples);
    List<StretchAssessment> all = new ArrayList<>();
    int left = reference.words().size() - next;
    for (int i = 0; i < stretches.size(); i++) {
      all.add(stretch(stretches.get(i), i == stretches.size() - 1));
    }
    return result(all, left);
  }

  private boolean isFree() {
    return reference.words().isEmpty();
  }

  private StretchAssessment stretch(SpeechSegment stretch, boolean last) throws SpeechException {
    ReferenceText rest = reference.part(next, reference.words().size());
    StretchAssessment assessed = examiner.assess(stretch, locale, options, rest, last);
    next += isFree() ? 0 : assessed.referenceWords();
    return assessed;
  }

  private static AssessedSpeech result(List<StretchAssessment> all, int words) {
    return new AssessedSpeech(
        all.stream().flatMap(each -> each.phrases().stream()).toList(),
        StretchAssessment.joined(all, words));
  }
}
