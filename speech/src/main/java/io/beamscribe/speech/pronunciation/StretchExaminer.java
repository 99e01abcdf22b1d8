// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.pronunciation.model.PronunciationModel;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Evidence;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises a stretch of at most 30 s and assesses it, with scores where the engine shows the
 * evidence that they were fitted to. Thread-safe.
 */
final class StretchExaminer {
  private final Engine engine;
  private final String engineName;

  StretchExaminer(Engine engine, String engineName) {
    this.engine = engine;
    this.engineName = engineName;
  }

  static boolean isEnglish(String locale) {
    return Locale.forLanguageTag(locale).getLanguage().equals("en");
  }

  /**
   * Assesses a stretch.
   *
   * @param rest of the reference, from where the stretch begins
   * @param last whether the reference ends with it
   */
  StretchAssessment assess(
      SpeechSegment stretch,
      String locale,
      PronunciationOptions options,
      ReferenceText rest,
      boolean last)
      throws SpeechException {
    RecognitionOptions recognition = RecognitionOptions.of(SpokenLanguage.fixed(locale));
    boolean scored =
        isEnglish(locale)
            && engineName.equals("whisper")
            && PronunciationModel.english().isPresent();
    return scored
        ? engine.examine(
            stretch,
            recognition,
            (recognized, evidence) -> scored(stretch, recognized, evidence, rest, last, options))
        : unscored(stretch, engine.recognize(stretch, recognition), rest, last, options);
  }

  private static StretchAssessment scored(
      SpeechSegment stretch,
      Recognition recognized,
      Evidence evidence,
      ReferenceText rest,
      boolean last,
      PronunciationOptions options)
      throws SpeechException {
    Stretch here = stretch(stretch, recognized, rest, last, options);
    Optional<PronunciationModel> model =
        PronunciationModel.english().filter(each -> each.width() == evidence.width());
    StretchAssessor assessor = new StretchAssessor(here, options);
    return model.isEmpty() ? assessor.unscored() : assessor.assess(model.get(), evidence);
  }

  private static StretchAssessment unscored(
      SpeechSegment stretch,
      Recognition recognized,
      ReferenceText rest,
      boolean last,
      PronunciationOptions options) {
    return new StretchAssessor(stretch(stretch, recognized, rest, last, options), options)
        .unscored();
  }

  private static Stretch stretch(
      SpeechSegment stretch,
      Recognition recognized,
      ReferenceText rest,
      boolean last,
      PronunciationOptions options) {
    List<Word> heard = Heard.words(Phrase.words(recognized.phrases()));
    boolean free = ReferenceText.of(options.referenceText()).words().isEmpty();
    if (free) {
      ReferenceText said =
          ReferenceText.of(String.join(" ", heard.stream().map(Word::text).toList()));
      return new Stretch(stretch, recognized.phrases(), heard, said, true);
    }
    List<String> words = rest.words().stream().map(ReferenceText.Item::text).toList();
    return new Stretch(
        stretch,
        recognized.phrases(),
        heard,
        rest.part(0, Heard.prefix(words, heard, last)),
        false);
  }
}
