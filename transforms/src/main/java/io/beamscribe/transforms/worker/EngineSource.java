package io.beamscribe.transforms.worker;

import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.transcription.RecognitionSettings;
import java.io.IOException;

/** Gives engines, which may still have to be loaded. */
public interface EngineSource {
  /**
   * @throws IOException where it cannot be loaded, for which no audio is to blame: this fails the
   *     job, not each file in turn
   */
  Engine get(EngineSpec spec) throws IOException;

  /**
   * The engine of a run, which is to tell languages.
   *
   * @throws IOException as above, and where it cannot
   */
  default Engine identifying(RecognitionSettings settings) throws IOException {
    Engine engine = get(settings.engine());
    if (!engine.identifiesLanguages()) {
      throw new IOException(
          "The model %s tells no languages apart, which --locale=auto needs."
              .formatted(settings.modelId()));
    }
    return engine;
  }
}
