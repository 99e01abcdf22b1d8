// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words of a list in Chinese or Japanese text, where they are not set apart: from one
 * border between words to another, as the dictionaries of ICU put them. Spaces, which recognisers
 * put between words or characters, do not count. Immutable.
 */
final class UnspacedFinder implements Finder {
  private final String locale;
  private final BreakIterator borders;
  private final Map<Character, List<String>> byFirst = new HashMap<>();

  UnspacedFinder(ProfanityList list, String locale) {
    this.locale = locale;
    borders = BreakIterator.getWordInstance(ULocale.forLanguageTag(locale));
    for (String entry : list.unspaced()) {
      byFirst.computeIfAbsent(entry.charAt(0), first -> new ArrayList<>()).add(entry);
    }
    byFirst.values().forEach(entries -> entries.sort((a, b) -> b.length() - a.length()));
  }

  @Override
  public List<TextRange> in(String text) {
    StringBuilder compact = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i)) || latin(text, i - 1) && latin(text, i + 1)) {
        compact.append(text.charAt(i));
        places.add(i);
      }
    }
    String normal = ProfanityList.normal(compact.toString(), locale);
    if (normal.chars().noneMatch(c -> byFirst.containsKey((char) c))
        || normal.length() != compact.length()) {
      return List.of(); // nothing, or half a letter somewhere: no place could be told
    }
    BreakIterator own = (BreakIterator) borders.clone();
    own.setText(normal);
    List<TextRange> found = new ArrayList<>();
    for (int start = 0; start < normal.length(); ) {
      int end = own.isBoundary(start) ? end(normal, start, own) : start;
      if (end > start) {
        found.add(new TextRange(places.get(start), places.get(end - 1) + 1));
      }
      start = Math.max(end, start + 1);
    }
    return found;
  }

  private int end(String text, int start, BreakIterator own) {
    for (String entry : byFirst.getOrDefault(text.charAt(start), List.of())) {
      if (text.startsWith(entry, start) && own.isBoundary(start + entry.length())) {
        return start + entry.length();
      }
    }
    return start;
  }

  private static boolean latin(String text, int index) {
    return index >= 0 && index < text.length() && text.charAt(index) < 0x250;
  }
}
