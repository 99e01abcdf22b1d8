// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Data files beside classes, in UTF-8; a line that begins with {@code #} is a comment. */
public final class DataFile {
  private DataFile() {}

  /** The lines of a file that there must be, without empty ones and comments. */
  public static List<String> lines(Class<?> beside, String name) {
    return find(beside, name)
        .orElseThrow(() -> new IllegalStateException("There is no data file " + name));
  }

  /** The lines of a file that there must be, with their columns, which tabs divide. */
  public static List<List<String>> rows(Class<?> beside, String name) {
    return columns(lines(beside, name));
  }

  /** The lines of a file that not every language has; none if there is no such file. */
  public static List<String> linesIfAny(Class<?> beside, String name) {
    return find(beside, name).orElse(List.of());
  }

  /** The rows of a file that not every language has; none if there is no such file. */
  public static List<List<String>> rowsIfAny(Class<?> beside, String name) {
    return columns(linesIfAny(beside, name));
  }

  private static List<List<String>> columns(List<String> lines) {
    return lines.stream().map(line -> List.of(line.split("\t", -1))).toList();
  }

  private static Optional<List<String>> find(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(
              new String(file.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> !line.isBlank() && !line.startsWith("#"))
                  .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
