// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the language of a locale says about its writing. */
public final class WrittenLanguage {
  private static final Set<String> UNSPACED = Set.of("ja", "zh", "yue", "th", "lo", "my", "km");

  private WrittenLanguage() {}

  /**
   * The language in two or three letters, such as {@code en}.
   *
   * @param locale BCP-47 tag, also with underscores
   */
  public static String of(String locale) {
    return Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
  }

  /**
   * Whether words are written with spaces between them.
   *
   * @param language as {@link #of} returns it
   */
  public static boolean hasSpaces(String language) {
    return !UNSPACED.contains(language);
  }

  /** Words as text of a locale; empty ones are left out. */
  public static String joined(List<String> words, String locale) {
    return words.stream()
        .filter(word -> !word.isEmpty())
        .collect(joining(hasSpaces(of(locale)) ? " " : ""));
  }
}
