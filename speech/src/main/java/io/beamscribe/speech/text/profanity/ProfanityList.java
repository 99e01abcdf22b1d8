// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import io.beamscribe.speech.text.DataFile;
import io.beamscribe.speech.text.LowerCase;
import io.beamscribe.speech.text.WrittenLanguage;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a language, in the format that the README beside the lists describes. Immutable once
 * read.
 */
final class ProfanityList {
  /** Endings after each other, as in {@code fuck-er-s}. */
  private static final int MOST_ENDINGS = 2;

  private static final Pattern SPACES = Pattern.compile("[\\s'’\\-‐‑]+");

  private final String locale;
  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private int shortestBeginning = Integer.MAX_VALUE;
  private final Map<String, List<List<String>>> phrases = new HashMap<>();
  private final List<String> endings = new ArrayList<>();

  /** An empty list. */
  ProfanityList(String locale) {
    this.locale = locale;
  }

  /** What the product knows of a language: its words, and in them what stays as it is. */
  record OfLanguage(ProfanityList words, ProfanityList exceptions) {
    static OfLanguage read(String locale) {
      OfLanguage lists = new OfLanguage(new ProfanityList(locale), new ProfanityList(locale));
      String language = WrittenLanguage.of(locale);
      DataFile.linesIfAny(ProfanityList.class, language + ".txt").forEach(lists::add);
      return lists;
    }

    private void add(String line) {
      if (line.startsWith("!")) {
        exceptions.add(line.substring(1));
      } else {
        words.add(line);
      }
    }
  }

  /** Adds a line of a list. */
  void add(String line) {
    String entry = line.strip();
    if (entry.isEmpty() || entry.startsWith("#")) {
      return;
    }
    if (entry.startsWith("%endings")) {
      endings.addAll(List.of(entry.substring("%endings".length()).strip().split("\\s+")));
      endings.remove("");
      return;
    }
    char last = entry.charAt(entry.length() - 1);
    boolean open = last == '+' || last == '*';
    String text = normal(open ? entry.substring(0, entry.length() - 1) : entry, locale);
    List<String> parts = List.of(SPACES.split(text.strip()));
    if (parts.get(0).isEmpty()) {
      return;
    }
    if (parts.size() > 1) {
      phrases.computeIfAbsent(parts.get(0), first -> new ArrayList<>()).add(parts);
    } else if (last == '*') {
      beginnings.add(parts.get(0));
      shortestBeginning = Math.min(shortestBeginning, parts.get(0).length());
    } else {
      words.add(parts.get(0));
      if (last == '+') {
        stems.add(parts.get(0));
      }
    }
  }

  /** Text as it is compared: one way to write each letter. */
  static String normal(String text, String locale) {
    String composed = Normalizer.normalize(LowerCase.of(text, locale), Normalizer.Form.NFC);
    return composed.replace('ё', 'е');
  }

  /** Whether the list has a word, in any of its forms. */
  boolean has(String word) {
    return words.contains(word) || begins(word) || inflected(word, 0);
  }

  private boolean begins(String word) {
    for (int length = shortestBeginning; length <= word.length(); length++) {
      if (beginnings.contains(word.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  private boolean inflected(String word, int taken) {
    if (taken > 0 && stems.contains(word)) {
      return true;
    }
    if (taken == MOST_ENDINGS || stems.isEmpty()) {
      return false;
    }
    return endings.stream()
        .anyMatch(
            ending ->
                word.length() > ending.length()
                    && word.endsWith(ending)
                    && inflected(word.substring(0, word.length() - ending.length()), taken + 1));
  }

  /** The entries of several words that begin with one. */
  List<List<String>> phrases(String first) {
    return phrases.getOrDefault(first, List.of());
  }

  /** Every entry as it would stand in a text without spaces. */
  Set<String> unspaced() {
    Set<String> all = new HashSet<>(words);
    all.addAll(beginnings);
    phrases.values().forEach(group -> group.forEach(parts -> all.add(String.join("", parts))));
    return all;
  }
}
