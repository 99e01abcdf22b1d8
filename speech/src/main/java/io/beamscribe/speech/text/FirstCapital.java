// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.util.Locale;
import java.util.Set;

/** A word with a first capital letter. */
public final class FirstCapital {
  /** Languages in which the capital letter of i has its dot, too. */
  private static final Set<String> DOTTED = Set.of("tr", "az");

  private FirstCapital() {}

  /** The word with a first capital letter, the others as they are; what has none stays. */
  public static String of(String word, Locale locale) {
    if (word.isEmpty()) {
      return word;
    }
    int first = word.codePointAt(0);
    boolean dotted = first == 'i' && DOTTED.contains(locale.getLanguage());
    return Character.toString(dotted ? 'İ' : Character.toTitleCase(first))
        + word.substring(Character.charCount(first));
  }
}
