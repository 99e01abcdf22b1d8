// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Opens converted Whisper models. */
public final class WhisperEngineProvider implements EngineProvider {
  @Override
  public String engine() {
    return "whisper";
  }

  @Override
  public Set<EngineAbility> abilities() {
    return EnumSet.complementOf(EnumSet.of(EngineAbility.STREAMS));
  }

  @Override
  public ActivityOptions activity() {
    return ActivityOptions.CERTAIN;
  }

  /**
   * The search is Java code and worth optimising; encoded windows live outside the heap, which
   * starts large enough not to need collections to grow.
   */
  @Override
  public List<String> javaOptions() {
    return List.of("-Xms64m", "-Xmn16m");
  }

  @Override
  public void warmUp() {
    OnnxRuntime.environment();
  }

  @Override
  public Engine open(Path model) throws SpeechException {
    try {
      WhisperModel loaded = new WhisperModel(model);
      return new WhisperEngine(loaded, AdaptedText.of(model, loaded.vocabulary()).orElse(null));
    } catch (IOException e) {
      throw new SpeechException(ErrorKind.INTERNAL, String.valueOf(e.getMessage()), e);
    }
  }
}
