// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.EngineSource;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.LikelyLocale;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Passes segments to the engine that recognises their language. If languages have models of their
 * own and each segment has its language, the run's engine first identifies these, and consecutive
 * segments of one language are recognised together. Not thread-safe.
 */
final class LanguageRouter {
  private final RecognitionSettings settings;
  private final RecognitionOptions options;
  private final EngineSource engines;

  LanguageRouter(RecognitionSettings settings, EngineSource engines) {
    this.settings = settings;
    this.options = settings.options();
    this.engines = engines;
  }

  /**
   * Recognises the segments of one track.
   *
   * @param locale that was decided for their file; null if none was
   */
  Recognition recognize(List<SpeechSegment> segments, @Nullable String locale)
      throws SpeechException, IOException {
    if (locale != null) {
      return recognize(segments, LanguageChoice.of(locale, settings));
    }
    SpokenLanguage language = options.language();
    if (language.mode() == SpokenLanguage.Mode.FIXED) {
      return recognize(segments, new LanguageChoice(language.locales().get(0), settings.engine()));
    }
    Engine engine = LanguageIdentifier.of(settings, engines);
    if (language.mode() == SpokenLanguage.Mode.CONTINUOUS && !settings.localeModels().isEmpty()) {
      return recognizeApart(segments, engine.identify(segments, language.locales()));
    }
    return located(engine.recognize(segments, options), LikelyLocale::of);
  }

  /** Whether a segment may be in another language than the others. */
  boolean severalLanguages() {
    return options.language().mode() != SpokenLanguage.Mode.FIXED;
  }

  private Recognition recognizeApart(List<SpeechSegment> segments, List<String> languages)
      throws SpeechException, IOException {
    List<Recognition> parts = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= segments.size(); next++) {
      if (next == segments.size() || !languages.get(next).equals(languages.get(first))) {
        parts.add(
            recognize(
                segments.subList(first, next), LanguageChoice.of(languages.get(first), settings)));
        first = next;
      }
    }
    return Recognition.joined(parts);
  }

  private Recognition recognize(List<SpeechSegment> segments, LanguageChoice choice)
      throws SpeechException, IOException {
    RecognitionOptions fixed = options.withLanguage(SpokenLanguage.fixed(choice.locale()));
    // Whatever form the engine uses: a file does not name one language in two ways.
    return located(
        engines.get(choice.engine()).recognize(segments, fixed), locale -> choice.locale());
  }

  private static Recognition located(Recognition recognized, UnaryOperator<String> locale) {
    return new Recognition(
        located(recognized.phrases(), locale),
        located(recognized.doubtful(), locale),
        recognized.flags());
  }

  private static List<Phrase> located(List<Phrase> phrases, UnaryOperator<String> locale) {
    return phrases.stream()
        .map(
            phrase ->
                phrase.locale() == null ? phrase : phrase.withLocale(locale.apply(phrase.locale())))
        .toList();
  }
}
