// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.EngineSource;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has marks written to phrases of engines that write none. Not thread-safe. */
final class BlockMarks {
  private final RecognitionSettings settings;
  private final EngineSource engines;
  private final List<String> writers = EngineProvider.able(EngineAbility.WRITES_FOR_READERS);

  BlockMarks(RecognitionSettings settings, EngineSource engines) {
    this.settings = settings;
    this.engines = engines;
  }

  /**
   * The phrases of a track with marks.
   *
   * @param locale decided for their file; null if none was
   */
  List<Phrase> of(List<SpeechSegment> segments, List<Phrase> phrases, @Nullable String locale)
      throws SpeechException, IOException {
    EngineSpec punctuator = settings.punctuator();
    if (punctuator == null) {
      return phrases;
    }
    List<Phrase> marked = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= phrases.size(); next++) {
      String language = locale(phrases.get(first), locale);
      if (next == phrases.size() || !language.equals(locale(phrases.get(next), locale))) {
        List<Phrase> run = phrases.subList(first, next);
        Engine engine = engines.get(punctuator);
        marked.addAll(
            writers.contains(settings.engine(language).engine())
                ? run
                : engine.punctuate(segments, run, language));
        first = next;
      }
    }
    return marked;
  }

  private String locale(Phrase phrase, @Nullable String ofFile) {
    if (phrase.locale() != null) {
      return phrase.locale();
    }
    return ofFile != null
        ? ofFile
        : settings.options().language().known().orElse(settings.locale());
  }
}
