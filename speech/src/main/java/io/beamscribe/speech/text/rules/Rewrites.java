// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Phrases that are replaced by others: the longest at each place, in whichever case. */
final class Rewrites {
  private static final String MARKS = ".,?、!:;？。，¿¡।؟،";

  private final Map<String, String> phrases = new HashMap<>();
  private int longest;

  void add(String original, String replacement) {
    String key = key(original);
    phrases.put(key, replacement);
    longest = Math.max(longest, key.length());
  }

  static String key(String text) {
    StringBuilder key = new StringBuilder();
    for (String word : text.toLowerCase(Locale.ROOT).split("\\s+")) {
      key.append(word, start(word), end(word));
    }
    return key.toString();
  }

  /** Marks of a sentence stand around a word; those inside are part of it. */
  private static int start(String word) {
    int start = 0;
    while (start < word.length() && MARKS.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static int end(String word) {
    int end = word.length();
    while (end > start(word) && MARKS.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  List<DisplayWord> write(List<DisplayWord> display) {
    if (phrases.isEmpty()) {
      return display;
    }
    List<DisplayWord> rewritten = new ArrayList<>();
    int at = 0;
    while (at < display.size()) {
      int end = longestEnd(display, at);
      if (end == at) {
        rewritten.add(display.get(at++));
      } else {
        rewritten.add(replaced(display.subList(at, end), rewritten.isEmpty()));
        at = end;
      }
    }
    return rewritten;
  }

  private int longestEnd(List<DisplayWord> display, int from) {
    StringBuilder key = new StringBuilder();
    int longestEnd = from;
    for (int at = from; at < display.size() && key.length() < longest; at++) {
      key.append(key(display.get(at).text()));
      if (phrases.containsKey(key.toString())) {
        longestEnd = at + 1;
      }
    }
    return longestEnd;
  }

  private DisplayWord replaced(List<DisplayWord> words, boolean startsSentence) {
    StringBuilder key = new StringBuilder();
    words.forEach(word -> key.append(key(word.text())));
    String text = phrases.getOrDefault(key.toString(), "");
    DisplayWord first = words.get(0);
    DisplayWord last = words.get(words.size() - 1);
    String opening = first.text().substring(0, start(first.text()));
    String closing = last.text().substring(end(last.text()));
    boolean capital =
        first.text().length() > opening.length()
            && Character.isUpperCase(first.text().charAt(opening.length()));
    if (startsSentence && capital && !text.isEmpty()) {
      text = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
    return new DisplayWord(opening + text + closing, first.firstWord(), last.endWord());
  }
}
