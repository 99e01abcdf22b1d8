package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;
import java.nio.file.Path;

/** Opens the models of one engine. Found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {
  /** The engine's name in the catalogue, such as {@code vosk}. */
  String engine();

  /** Loads a model from its folder; this takes seconds and much memory. */
  Engine open(Path model) throws SpeechException;
}
