// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.biasing.TextFavours;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text that a model is adapted to, as a file beside its graphs.
 *
 * @param language code of the vocabulary, in which alone it counts
 */
public record AdaptedText(String language, TextFavours favours) {
  private static final String BEGINNING = "text-";
  private static final String END = ".tsv";

  /** The name of the file for a language. */
  public static String file(String language) {
    return BEGINNING + language + END;
  }

  /** Whether a folder is an adapted model. */
  public static boolean isIn(Path model) throws IOException {
    try (Stream<Path> files = Files.list(model)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .anyMatch(name -> name.startsWith(BEGINNING) && name.endsWith(END));
    }
  }

  /** The text of a model; empty if it is not adapted. */
  static Optional<AdaptedText> of(Path model, Vocabulary vocabulary) throws IOException {
    for (String language : vocabulary.languages().keySet()) {
      Path file = model.resolve(file(language));
      if (Files.isRegularFile(file)) {
        return Optional.of(new AdaptedText(language, TextFavours.read(file, vocabulary)));
      }
    }
    return Optional.empty();
  }
}
