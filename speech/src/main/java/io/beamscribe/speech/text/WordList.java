// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Data files of words: rows with columns between tabs; {@code #} begins a comment line. */
public final class WordList {
  private WordList() {}

  /**
   * The rows of a file beside a class, without empty lines and comments; none if there is no such
   * file.
   */
  public static List<List<String>> rows(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      return file == null
          ? List.of()
          : rows(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> rows(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
