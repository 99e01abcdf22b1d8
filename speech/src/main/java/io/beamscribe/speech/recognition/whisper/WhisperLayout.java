// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.models.convert.ModelLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The files that make a folder a Whisper model: as CTranslate2 has it, or converted to what the
 * engine loads.
 */
public final class WhisperLayout implements ModelLayout {
  /** Version 6 of CTranslate2's format, and the name of the model's kind behind its length. */
  private static final byte[] BEGIN =
      "\6\0\0\0\14\0WhisperSpec\0".getBytes(StandardCharsets.ISO_8859_1);

  @Override
  public String engine() {
    return "whisper";
  }

  @Override
  public String title() {
    return "Whisper";
  }

  @Override
  public Optional<String> lacks(Path folder) {
    if (!Files.isRegularFile(folder.resolve("config.json"))) {
      return Optional.of("config.json");
    }
    boolean vocabulary =
        Files.isRegularFile(folder.resolve("vocabulary.txt"))
            || Files.isRegularFile(folder.resolve("vocabulary.json"));
    if (!vocabulary) {
      return Optional.of("vocabulary.txt or vocabulary.json");
    }
    boolean converted =
        List.of("whisper.json", "encoder.onnx", "decoder.onnx").stream()
            .allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    return converted || isWhisper(folder.resolve("model.bin"))
        ? Optional.empty()
        : Optional.of("model.bin of CTranslate2's WhisperSpec");
  }

  private static boolean isWhisper(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(BEGIN.length), BEGIN);
    } catch (IOException e) {
      return false;
    }
  }
}
