// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import io.beamscribe.speech.languagemodel.SpokenWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The file of a model with words that are written otherwise than they are said. */
final class DisplayedWords {
  private static final String FILE = "words.tsv";

  private DisplayedWords() {}

  static boolean isFile(String name) {
    return name.equals(FILE);
  }

  /** Writes a line a word: as written, a tab, and words of the model; nothing if there is none. */
  static void write(Path model, List<SpokenWord> words) throws IOException {
    if (!words.isEmpty()) {
      Files.writeString(
          model.resolve(FILE),
          words.stream()
              .map(word -> word.display() + "\t" + String.join(" ", word.spoken()) + "\n")
              .collect(Collectors.joining()));
    }
  }
}
