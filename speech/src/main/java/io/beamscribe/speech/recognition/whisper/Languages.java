// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Maps locales to the languages of a model. */
final class Languages {
  /** Codes for which Whisper uses another name. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("nb", "no", "fil", "tl", "jv", "jw", "iw", "he", "in", "id", "ji", "yi", "cmn", "zh");

  private Languages() {}

  /**
   * The code of a locale's language in a vocabulary, such as {@code en} for {@code en-GB}; empty if
   * the model does not know it.
   */
  static Optional<String> code(String locale, Vocabulary vocabulary) {
    String language = locale.replace('_', '-').replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
    String tag = locale.toLowerCase(Locale.ROOT);
    // Cantonese is a language of its own for the newer models.
    String code =
        tag.startsWith("zh-hk") && vocabulary.languages().containsKey("yue")
            ? "yue"
            : OTHER_NAMES.getOrDefault(language, language);
    return vocabulary.languages().containsKey(code) ? Optional.of(code) : Optional.empty();
  }
}
