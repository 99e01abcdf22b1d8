// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.engines.EngineSource;
import io.beamscribe.speech.recognition.Engine;
import java.io.IOException;

/** Provides the run's engine for language identification. */
final class LanguageIdentifier {
  private LanguageIdentifier() {}

  /**
   * The run's engine.
   *
   * @throws IOException if it cannot be loaded, or does not identify languages
   */
  static Engine of(RecognitionSettings settings, EngineSource engines) throws IOException {
    Engine engine = engines.get(settings.engine());
    if (!engine.identifiesLanguages()) {
      throw new IOException(
          "The model %s cannot identify languages, which --locale=auto needs."
              .formatted(settings.modelId()));
    }
    return engine;
  }
}
