// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import com.sun.jna.Pointer;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Opens Vosk models, old and new layouts alike, with all that their folder holds for rescoring. */
public final class VoskEngineProvider implements EngineProvider {
  @Override
  public String engine() {
    return "vosk";
  }

  @Override
  public Set<EngineAbility> abilities() {
    return Set.of(EngineAbility.STREAMS);
  }

  /** As seen on loading; where the system refuses one of them, the loading never ends. */
  @Override
  public int threads() {
    return 30;
  }

  @Override
  public void warmUp() {
    try {
      VoskLibrary.load();
    } catch (SpeechException e) {
      LoggerFactory.getLogger(VoskEngineProvider.class).debug("not yet", e);
    }
  }

  @Override
  public Engine open(Path model) throws SpeechException {
    if (!Files.isRegularFile(model.resolve("am/final.mdl"))
        && !Files.isRegularFile(model.resolve("final.mdl"))) {
      throw new SpeechException(
          ErrorKind.INVALID_URI,
          "There is no Vosk model in " + model + ": neither am/final.mdl nor final.mdl");
    }
    VoskLibrary.load();
    // Everything is in memory once the model is loaded.
    try (TunedModel tuned = new TunedModel(model)) {
      Pointer loaded = VoskLibrary.vosk_model_new(cString(tuned.folder()));
      if (loaded == null) {
        throw new SpeechException(
            ErrorKind.INTERNAL, "Vosk could not load the model in " + model + ": it is incomplete");
      }
      return new VoskEngine(
          new NativeHandle(loaded, VoskLibrary::vosk_model_free), DisplayWords.of(model));
    } catch (IOException e) {
      throw new SpeechException(
          ErrorKind.INTERNAL, "The model in " + model + " could not be prepared: " + e, e);
    }
  }

  /** The bytes of a path, ended by a zero. */
  private static byte[] cString(Path path) {
    byte[] bytes = path.toString().getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length + 1);
  }
}
