// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.engines.EngineSource;
import io.beamscribe.speech.recognition.Engine;
import java.io.IOException;

/** The engine of a run where it is to identify languages. */
final class LanguageIdentifier {
  private LanguageIdentifier() {}

  /**
   * The run's engine.
   *
   * @throws IOException where it cannot be loaded, or identifies no languages
   */
  static Engine of(RecognitionSettings settings, EngineSource engines) throws IOException {
    Engine engine = engines.get(settings.engine());
    if (!engine.identifiesLanguages()) {
      throw new IOException(
          "The model %s tells no languages apart, which --locale=auto needs."
              .formatted(settings.modelId()));
    }
    return engine;
  }
}
