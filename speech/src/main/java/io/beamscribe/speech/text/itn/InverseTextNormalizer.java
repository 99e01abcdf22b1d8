// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.WrittenLanguage;
import io.beamscribe.speech.text.spoken.Spoken;
import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes spoken numbers, money, dates and the like as people write them. Thread-safe. */
public final class InverseTextNormalizer {
  /** Read once from data files, and never changed: as many as there are languages. */
  private static final Map<String, InverseTextNormalizer> KNOWN = new ConcurrentHashMap<>();

  private final @Nullable Grammar grammar;

  private InverseTextNormalizer(@Nullable Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * The normalizer of a language; one without a grammar leaves all words as they are.
   *
   * @param locale BCP-47 tag, such as {@code en-US}
   */
  public static InverseTextNormalizer of(String locale) {
    String language = WrittenLanguage.of(locale);
    return KNOWN.computeIfAbsent(
        language, each -> new InverseTextNormalizer(GrammarReader.ofLanguage(each)));
  }

  /** Whether there are rules for the language of a locale. */
  public static boolean knows(String locale) {
    return of(locale).grammar != null;
  }

  /**
   * The written form of a phrase: pieces in order, which cover each word exactly once. A piece made
   * of several words may contain spaces, as {@code 10:30 PM}.
   *
   * @param lexicalWords as spoken, without punctuation
   */
  public List<DisplayWord> write(List<String> lexicalWords) {
    if (grammar != null && !lexicalWords.isEmpty()) {
      Spoken spoken = new Spoken(lexicalWords, grammar.divisible());
      long[] starts = grammar.starts(spoken);
      if (starts.length > 0) {
        return BestPath.of(grammar, spoken, starts);
      }
    }
    List<DisplayWord> written = new ArrayList<>(lexicalWords.size());
    for (int word = 0; word < lexicalWords.size(); word++) {
      written.add(new DisplayWord(lexicalWords.get(word), word, word + 1));
    }
    return written;
  }

  /**
   * Every number that a phrase may be read to contain, in digits: for <i>one oh five</i> 1, 10,
   * 105, 0, 05 and 5. They overlap.
   */
  public List<DisplayWord> numbers(List<String> lexicalWords) {
    List<DisplayWord> numbers = new ArrayList<>();
    if (grammar == null || lexicalWords.isEmpty()) {
      return numbers;
    }
    Spoken spoken = new Spoken(lexicalWords, grammar.divisible());
    Stretch stretch = new Stretch(grammar, spoken);
    for (int from = 0; from < spoken.length(); from++) {
      if (!spoken.isWordStart(from)) {
        continue;
      }
      for (Symbol figure : grammar.figures()) {
        for (Hit hit : stretch.at(from).find(figure, from)) {
          stretch.reached(hit.end());
          if (spoken.isWordStart(hit.end())) {
            int end = hit.end() == spoken.length() ? spoken.words() : spoken.word(hit.end());
            numbers.add(new DisplayWord(hit.text(), spoken.word(from), end));
          }
        }
      }
    }
    return numbers;
  }
}
