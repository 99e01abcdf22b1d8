// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.LikelyLocale;

/**
 * Locale and engine chosen for a language.
 *
 * @param locale of the speech, with its region if known
 * @param engine that recognises it
 */
record LanguageChoice(String locale, EngineSpec engine) {
  /**
   * The choice for a language that the run's engine identified: a model named for this very locale,
   * else one for its language, else the run's.
   *
   * @param decided one of the candidates, or a bare language code
   */
  static LanguageChoice of(String decided, RecognitionSettings settings) {
    return settings
        .localeModel(decided)
        .map(model -> new LanguageChoice(bare(decided) ? model.locale() : decided, model.engine()))
        .orElseGet(() -> new LanguageChoice(LikelyLocale.of(decided), settings.engine()));
  }

  private static boolean bare(String tag) {
    return tag.indexOf('-') < 0;
  }
}
