// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.DataFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names by what stands before them: in greetings, as in <i>my name is</i>, and after titles. Only
 * as sure as that, since any word may stand there.
 */
final class CueNameDetector implements Detector {
  private static final int LONGEST = 3;
  private static final double INTRODUCED = 0.7;
  private static final double TITLED = 0.6;
  private static final double SPELLED = 0.5;
  private static final int FEWEST_LETTERS = 3;
  private static final int MOST_BEFORE_LETTERS = 8;

  /** What may stand between a name and its letters. */
  private static final Set<String> BETWEEN =
      Set.of(
          "the", "that's", "that", "is", "it's", "thats", "das", "ist", "es", "eso", "c'est", "è",
          "é");

  private static final int MOST_BETWEEN = 3;
  private static final int LATIN_END = 0x250;

  /** What is said among the letters of a name. */
  private static final Set<String> JOINING = Set.of("apostrophe", "hyphen", "dash", "double");

  private static final Map<String, Rules> RULES = Collections.unmodifiableMap(rules());

  private record Calling(List<String> before, Set<String> after) {}

  private record Rules(
      List<List<String>> intros,
      List<Calling> callings,
      Set<String> titles,
      Set<String> spells,
      Set<String> stops) {
    Rules() {
      this(new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }
  }

  private static Map<String, Rules> rules() {
    Map<String, Rules> rules = new HashMap<>();
    for (String line : DataFile.lines(CueNameDetector.class, "names.txt")) {
      String[] parts = line.split(" ", 3);
      Rules own = rules.computeIfAbsent(parts[1], language -> new Rules());
      String[] sides = parts[2].split(" \\| ");
      List<String> words = List.of(sides[0].split(" "));
      switch (parts[0].toLowerCase(Locale.ROOT)) {
        case "intro" -> own.intros.add(words);
        case "calling" -> own.callings.add(new Calling(words, Set.of(sides[1].split(" "))));
        case "title" -> own.titles.addAll(words);
        case "spell" -> own.spells.addAll(words);
        case "stop" -> own.stops.addAll(words);
        case "word" -> {} // of NameWords
        default -> throw new IllegalStateException(line);
      }
    }
    return rules;
  }

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    Rules rules = RULES.get(stretch.language());
    if (rules == null) {
      return found;
    }
    for (int i = 0; i < stretch.pieces().size(); i++) {
      if (rules.spells.contains(stretch.pieces().get(i).text())) {
        addSpelled(stretch, i + 1, found);
      }
      if (rules.titles.contains(stretch.pieces().get(i).text())) {
        add(stretch, rules, i + 1, 2, TITLED, found);
      }
      for (List<String> intro : rules.intros) {
        if (stretch.stands(i, intro)) {
          add(stretch, rules, i + intro.size(), LONGEST, INTRODUCED, found);
        }
      }
      for (Calling calling : rules.callings) {
        int first = i + calling.before.size();
        int end = stretch.stands(i, calling.before) ? end(stretch, rules, first, 2) : first;
        if (end > first
            && end < stretch.pieces().size()
            && calling.after.contains(stretch.pieces().get(end).text())) {
          found.add(new Found(PersonalData.NAME, first, end, TITLED));
        }
      }
    }
    return found;
  }

  /** Letters one by one, soon after somebody was asked for them. */
  private static void addSpelled(Stretch stretch, int from, List<Found> found) {
    int last = Math.min(stretch.pieces().size(), from + MOST_BEFORE_LETTERS);
    for (int first = from; first < last; first++) {
      int end = first;
      while (end < stretch.pieces().size() && isLetter(stretch.pieces().get(end).text())) {
        end++;
      }
      if (end - first >= FEWEST_LETTERS) {
        found.add(new Found(PersonalData.NAME, first, end, SPELLED));
        return;
      }
    }
  }

  /**
   * The end of a name with the letters by which it is spelled right behind it, or after <i>that
   * is</i>.
   *
   * @param end of the name, perhaps among the letters
   */
  static int withLetters(Stretch stretch, int end) {
    int first = end;
    while (first > 0 && isSpelled(text(stretch, first - 1))) {
      first--;
    }
    int last = Math.min(stretch.pieces().size(), first + MOST_BETWEEN + 1);
    for (int from = first; from < last; from++) {
      int to = from;
      while (isSpelled(text(stretch, to)) || to > from && JOINING.contains(text(stretch, to))) {
        to++;
      }
      if (text(stretch, from).matches("\\p{L}(-\\p{L}){2,}")) {
        return Math.max(end, from + 1);
      }
      if (to - from >= FEWEST_LETTERS) {
        return Math.max(end, to);
      }
      if (from >= end && !BETWEEN.contains(text(stretch, from))) {
        return end;
      }
    }
    return end;
  }

  /** A letter of an alphabet: in Chinese a word may be as short. */
  private static boolean isSpelled(String text) {
    return isLetter(text) && text.charAt(0) < LATIN_END;
  }

  private static String text(Stretch stretch, int index) {
    return index < stretch.pieces().size() ? stretch.pieces().get(index).text() : "";
  }

  private static boolean isLetter(String text) {
    return text.length() == 1 && Character.isLetter(text.charAt(0));
  }

  private static void add(
      Stretch stretch, Rules rules, int first, int longest, double confidence, List<Found> found) {
    int end = withLetters(stretch, end(stretch, rules, first, longest));
    if (end > first) {
      found.add(new Found(PersonalData.NAME, first, end, confidence));
    }
  }

  /** Where a name would end that begins with a piece: with its phrase, or before a common word. */
  private static int end(Stretch stretch, Rules rules, int first, int longest) {
    int end = first;
    while (end < stretch.pieces().size()
        && end - first < longest
        && stretch.pieces().get(end).phrase() == stretch.pieces().get(first).phrase()
        && stretch.pieces().get(end).text().chars().allMatch(CueNameDetector::inName)
        && !rules.stops.contains(stretch.pieces().get(end).text())) {
      end++;
    }
    return end;
  }

  private static boolean inName(int c) {
    return Character.isLetter(c) || c == '-' || c == '\'' || c == '.';
  }
}
