// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.transcript.ModelUse;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The languages of a whole file, for its result. */
final class FileLanguages {
  /** BCP 47 for an undetermined language. */
  private static final String UNDETERMINED = "und";

  private final RecognitionSettings settings;
  private final List<String> locales;

  private FileLanguages(RecognitionSettings settings, List<String> locales) {
    this.settings = settings;
    this.locales = locales;
  }

  /**
   * The languages of the phrases, the one spoken most first.
   *
   * @param decided locale that was decided for the file; null if none was
   */
  static FileLanguages of(
      RecognitionSettings settings, @Nullable String decided, List<Phrase> phrases) {
    Optional<String> known = settings.options().language().known();
    if (known.isPresent()) {
      return new FileLanguages(settings, List.of(known.get()));
    }
    Map<String, Long> spoken = new TreeMap<>();
    for (Phrase phrase : phrases) {
      if (phrase.locale() != null) {
        long length = phrase.endMilliseconds() - phrase.startMilliseconds();
        spoken.merge(phrase.locale(), length, Long::sum);
      }
    }
    if (decided != null) {
      spoken.putIfAbsent(decided, 0L);
    }
    List<String> locales = new ArrayList<>(spoken.keySet());
    locales.sort(Comparator.comparing(spoken::get).reversed());
    return new FileLanguages(settings, locales);
  }

  /** Separated by commas; {@code und} if there was no speech to identify. */
  String text() {
    return locales.isEmpty() ? UNDETERMINED : String.join(",", locales);
  }

  /** The languages that models of their own recognised. */
  List<ModelUse> models() {
    List<ModelUse> models = new ArrayList<>();
    for (String locale : locales) {
      settings
          .localeModel(locale)
          .ifPresent(
              model -> {
                EngineSpec engine = model.engine();
                models.add(new ModelUse(locale, engine.engine(), model.modelId(), engine.digest()));
              });
    }
    return models;
  }
}
