// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

import io.beamscribe.speech.text.FirstCapital;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Marks by pauses, endings and first words: poor where a language shows the end of a sentence by
 * nothing but its meaning, as English does. Thread-safe.
 */
public final class PunctuationRules {
  /** Milliseconds of silence within a phrase from which on a clause or sentence may end. */
  private static final long PAUSE = 500;

  /** Milliseconds of silence after a phrase below which its sentence goes on: it was cut. */
  private static final long CUT = 150;

  /** Letters that may be words. */
  private static final Set<String> VOWELS =
      Set.of("a", "e", "i", "o", "u", "y", "à", "è", "é", "ó");

  private final LanguageMarks marks;
  private final Locale locale;

  private PunctuationRules(String locale) {
    this.marks = LanguageMarks.of(locale);
    this.locale = Locale.forLanguageTag(locale);
  }

  /** The rules of a locale. */
  public static PunctuationRules of(String locale) {
    return new PunctuationRules(locale);
  }

  /**
   * Marks the words of a phrase.
   *
   * @param words with their times; all zero if unknown
   * @param spoken marks that are dictated, by the number of the word before
   * @param automatic whether to add marks that are not
   * @param silence milliseconds until the next phrase of the channel begins
   * @param open whether the phrase before ended without the end of a sentence
   */
  public List<MarkedWord> mark(
      List<Word> words,
      Map<Integer, String> spoken,
      boolean automatic,
      long silence,
      boolean open) {
    List<MarkedWord> marked = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      long pause =
          last ? silence : words.get(i + 1).startMilliseconds() - words.get(i).endMilliseconds();
      String after =
          spoken.containsKey(i)
              ? spoken.get(i)
              : automatic ? automatic(words, first, i, pause) : "";
      String text = words.get(i).text();
      MarkedWord word = new MarkedWord("", isSpelled(words, i) ? text : spelling(text), after);
      marked.add(word);
      if (word.endsSentence()) {
        if (word.after().contains(marks.questionMark)) {
          marked.set(first, marked.get(first).afterMarks(marks.openingQuestion));
        }
        first = i + 1;
      }
    }
    return Orthography.of(marks, locale).names(capitals(marked, open));
  }

  private String automatic(List<Word> words, int first, int at, long pause) {
    Optional<String> mark =
        at + 1 == words.size() ? end(words, first, at, pause >= CUT) : inner(words, at, pause);
    return mark.orElse("");
  }

  /** Whether a word is a letter beside another, as where somebody spells: no pronoun. */
  private static boolean isSpelled(List<Word> words, int at) {
    return words.get(at).text().length() == 1
        && (isConsonant(words, at - 1) || isConsonant(words, at + 1));
  }

  private static boolean isConsonant(List<Word> words, int at) {
    String text = at < 0 || at >= words.size() ? "" : words.get(at).text();
    return text.length() == 1 && Character.isLetter(text.charAt(0)) && !VOWELS.contains(text);
  }

  private String spelling(String word) {
    return marks.spellings.getOrDefault(word, word);
  }

  private Optional<String> end(List<Word> words, int first, int last, boolean closed) {
    if (!closed) {
      return Optional.empty();
    }
    boolean asked = marks.questions.stream().anyMatch(start -> begins(words, first, last, start));
    return Optional.of(
        asked ? marks.questionMark : ending(words.get(last).text()).orElse(marks.fullStop));
  }

  private static boolean begins(List<Word> words, int first, int last, List<String> start) {
    if (last - first + 1 < start.size()) {
      return false;
    }
    for (int i = 0; i < start.size(); i++) {
      if (!words.get(first + i).text().equals(start.get(i))) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> inner(List<Word> words, int at, long pause) {
    if (marks.endings.isEmpty()) {
      return pause >= PAUSE ? Optional.of(marks.comma) : Optional.empty();
    }
    Optional<String> end = ending(words.get(at).text());
    return pause >= CUT ? end : Optional.empty();
  }

  private Optional<String> ending(String word) {
    return marks.endings.entrySet().stream()
        .filter(ending -> word.endsWith(ending.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Gives each sentence its capital letter. */
  private List<MarkedWord> capitals(List<MarkedWord> words, boolean open) {
    boolean begins = !open;
    List<MarkedWord> written = new ArrayList<>();
    for (MarkedWord word : words) {
      written.add(begins ? word.spelled(FirstCapital.of(word.spelling(), locale)) : word);
      begins = word.endsSentence();
    }
    return written;
  }
}
