// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that was to be read, as words. Immutable.
 *
 * @param words without the marks between them
 */
record ReferenceText(List<Item> words) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}']+");
  private static final Pattern MARK = Pattern.compile("[,.;:?!\u2014]");

  ReferenceText {
    words = List.copyOf(words);
  }

  /**
   * A word.
   *
   * @param broken whether a mark stands before it at which readers pause
   */
  record Item(String text, boolean broken) {}

  static ReferenceText of(String text) {
    String plain = text.replace('\u2019', '\'');
    List<Item> words = new ArrayList<>();
    Matcher found = WORD.matcher(plain);
    int end = 0;
    while (found.find()) {
      boolean broken = MARK.matcher(plain.substring(end, found.start())).find();
      if (found.group().chars().anyMatch(Character::isLetterOrDigit)) {
        words.add(new Item(found.group(), broken && !words.isEmpty()));
        end = found.end();
      }
    }
    return new ReferenceText(words);
  }

  ReferenceText part(int from, int to) {
    return new ReferenceText(words.subList(from, to));
  }

  /** The words as Whisper would write them: with a capital at the beginning, and for "I". */
  static List<String> written(List<String> words) {
    List<String> written = new ArrayList<>();
    for (String word : words) {
      boolean loud = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      String form = loud ? word.toLowerCase(Locale.ROOT) : word;
      form = form.equals("i") || form.startsWith("i'") ? "I" + form.substring(1) : form;
      written.add(written.isEmpty() ? capital(form) : form);
    }
    return written;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
