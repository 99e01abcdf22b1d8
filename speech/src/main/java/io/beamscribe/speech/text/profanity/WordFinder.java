// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words of a list in a text that has spaces between its words. Immutable. */
final class WordFinder implements Finder {
  /**
   * Hyphens and apostrophes end a word, so that {@code l'enculé} and {@code mother-fucker} show.
   */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private static final Pattern BETWEEN = Pattern.compile("[\\s'’\\-‐‑]+");

  private final ProfanityList list;
  private final String locale;

  WordFinder(ProfanityList list, String locale) {
    this.list = list;
    this.locale = locale;
  }

  @Override
  public List<TextRange> in(String text) {
    List<TextRange> places = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      places.add(new TextRange(matcher.start(), matcher.end()));
      words.add(ProfanityList.normal(matcher.group(), locale));
    }
    List<TextRange> found = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int end = Math.max(phraseEnd(text, words, places, i), list.has(words.get(i)) ? i + 1 : i);
      for (int j = i; j < end; j++) {
        found.add(places.get(j));
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  private int phraseEnd(String text, List<String> words, List<TextRange> places, int first) {
    int longest = first;
    for (List<String> phrase : list.phrases(words.get(first))) {
      int end = first + phrase.size();
      if (end > longest
          && end <= words.size()
          && words.subList(first, end).equals(phrase)
          && joined(text, places.subList(first, end))) {
        longest = end;
      }
    }
    return longest;
  }

  private static boolean joined(String text, List<TextRange> places) {
    for (int i = 1; i < places.size(); i++) {
      String between = text.substring(places.get(i - 1).end(), places.get(i).start());
      if (!BETWEEN.matcher(between).matches()) {
        return false;
      }
    }
    return true;
  }
}
