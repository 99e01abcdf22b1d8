package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineProvider;
import java.io.IOException;
import java.nio.file.Path;

/** Opens converted Whisper models. */
public final class WhisperEngineProvider implements EngineProvider {
  @Override
  public String engine() {
    return "whisper";
  }

  @Override
  public ActivityOptions activity() {
    return ActivityOptions.CERTAIN;
  }

  @Override
  public Engine open(Path model) throws SpeechException {
    try {
      return new WhisperEngine(new WhisperModel(model));
    } catch (IOException e) {
      throw new SpeechException(ErrorKind.INTERNAL, e.getMessage(), e);
    }
  }
}
