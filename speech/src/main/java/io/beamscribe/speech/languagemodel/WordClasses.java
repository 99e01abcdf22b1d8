// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lists of which any item may stand where another does, such as names of places. Not thread-safe.
 */
final class WordClasses {
  /** Scripts in which words are written together with others. */
  private static final Pattern JOINED =
      Pattern.compile(
          "[\\p{IsHangul}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}ー]{2,}");

  private static final int LONGEST_JOINED = 24;

  /** Other items that a sentence is read with; with the next sentence it is the turn of others. */
  private static final int MOST_A_SENTENCE = 100;

  private final List<List<List<String>>> classes = new ArrayList<>();
  private final Map<List<String>, Integer> members = new HashMap<>();
  private int longest;
  private int turn;

  /** A place of a sentence in which an item stands, within words that it is a part of. */
  private record Place(int from, int to, String before, String after, int itsClass) {}

  /**
   * Adds a list.
   *
   * @param items words of each; of an item of several lists, the first counts
   */
  void add(List<List<String>> items) {
    List<List<String>> all = items.stream().filter(item -> !item.isEmpty()).toList();
    for (List<String> item : all) {
      members.putIfAbsent(folded(item), classes.size());
      longest = Math.max(longest, item.size());
    }
    classes.add(all);
  }

  static List<String> folded(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** The sentence with other items in each place where one stands. */
  List<List<String>> versions(List<String> sentence) {
    List<Place> places = places(sentence);
    List<List<String>> versions = new ArrayList<>();
    for (Place place : places) {
      List<List<String>> items = classes.get(place.itsClass());
      int most = Math.min(items.size(), Math.max(1, MOST_A_SENTENCE / places.size()));
      for (int i = 0; i < most; i++) {
        List<String> version = new ArrayList<>(sentence.subList(0, place.from()));
        List<String> item = new ArrayList<>(items.get(turn++ % items.size()));
        item.set(0, place.before() + item.get(0));
        item.set(item.size() - 1, item.get(item.size() - 1) + place.after());
        version.addAll(item);
        version.addAll(sentence.subList(place.to(), sentence.size()));
        versions.add(version);
      }
    }
    return versions;
  }

  private List<Place> places(List<String> sentence) {
    List<Place> places = new ArrayList<>();
    List<String> folded = longest == 0 ? List.of() : folded(sentence);
    int at = 0;
    while (at < folded.size()) {
      int length = Math.min(longest, folded.size() - at);
      while (length > 0 && !members.containsKey(folded.subList(at, at + length))) {
        length--;
      }
      if (length > 0) {
        int found = members.getOrDefault(folded.subList(at, at + length), 0);
        places.add(new Place(at, at + length, "", "", found));
      } else if (JOINED.matcher(folded.get(at)).matches()) {
        within(sentence.get(at), at, places);
      }
      at += Math.max(1, length);
    }
    return places;
  }

  /** The longest item within a word, of several letters: one letter means too much. */
  private void within(String word, int at, List<Place> places) {
    for (int length = Math.min(LONGEST_JOINED, word.length() - 1); length > 1; length--) {
      for (int from = 0; from + length <= word.length(); from++) {
        Integer found = members.get(List.of(word.substring(from, from + length)));
        if (found != null) {
          places.add(
              new Place(at, at + 1, word.substring(0, from), word.substring(from + length), found));
          return;
        }
      }
    }
  }
}
