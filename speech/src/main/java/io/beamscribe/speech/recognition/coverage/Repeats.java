// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.text.RepeatedWords;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same words said several times in a row. An engine that hears them in one go loses count.
 *
 * @param words of all repeats, in order
 * @param length words of one repeat
 */
record Repeats(List<Word> words, int length) {
  /** How often something must be said before the count is doubtful. */
  private static final int LEAST = 4;

  /** Samples of a short sentence. */
  private static final int SHORTEST = SampleRange.RATE * 3 / 2;

  /** All repeats in a text, in order. */
  static List<Repeats> in(List<Word> text) {
    List<String> forms = text.stream().map(Word::text).toList();
    List<Repeats> all = new ArrayList<>();
    int at = 0;
    while (at < text.size()) {
      Optional<RepeatedWords> found = RepeatedWords.at(forms, at, LEAST);
      int end = at + found.map(RepeatedWords::total).orElse(1);
      if (found.isPresent()) {
        all.add(new Repeats(text.subList(at, end), found.get().length()));
      }
      at = end;
    }
    return all;
  }

  int count() {
    return words.size() / length;
  }

  /** How often other words say the same; 0 if they say something else. */
  int count(List<Word> others) {
    List<Word> one = words.subList(0, length);
    long known =
        others.stream()
            .filter(word -> one.stream().anyMatch(each -> KnownWords.alike(each, word)))
            .count();
    return 5 * known < 4L * others.size() ? 0 : Math.round((float) others.size() / length);
  }

  SampleRange range() {
    return SampleRange.ofMillis(
        words.get(0).startMilliseconds(), words.get(words.size() - 1).endMilliseconds());
  }

  /** Samples in which one is heard, with the pause after it. */
  long lengthToRead() {
    return range().length() * 6 / 5 / count();
  }

  /** Whether they are words, which are recognised worse alone than together. */
  boolean areShort() {
    return lengthToRead() < SHORTEST;
  }
}
