// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same words said several times in a row. An engine that hears them in one go loses count.
 *
 * @param words of all repeats, in order
 * @param length words of one repeat
 */
record Repeats(List<Word> words, int length) {
  /** How often something must be said before the count is doubtful. */
  private static final int LEAST = 4;

  /** The longest repeated sentence, in words. */
  private static final int LONGEST = 20;

  /** Samples of a short sentence. */
  private static final int SHORTEST = SampleRange.RATE * 3 / 2;

  /** All repeats in a text, in order. */
  static List<Repeats> in(List<Word> text) {
    List<Repeats> all = new ArrayList<>();
    int at = 0;
    while (at < text.size()) {
      Repeats found = at(text, at);
      if (found != null) {
        all.add(found);
      }
      at += found == null ? 1 : found.words.size();
    }
    return all;
  }

  private static @Nullable Repeats at(List<Word> text, int at) {
    for (int length = 1; length <= LONGEST && at + LEAST * length <= text.size(); length++) {
      int end = at + length;
      while (end < text.size() && text.get(end).text().equals(text.get(end - length).text())) {
        end++;
      }
      int count = (end - at) / length;
      if (count >= LEAST) {
        return new Repeats(text.subList(at, at + count * length), length);
      }
    }
    return null;
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
    return new SampleRange(
        samples(words.get(0).startMilliseconds()),
        samples(words.get(words.size() - 1).endMilliseconds()));
  }

  /** Samples in which one is heard, with the pause after it. */
  long lengthToRead() {
    return range().length() * 6 / 5 / count();
  }

  /** Whether they are words, which are recognised worse alone than together. */
  boolean areShort() {
    return lengthToRead() < SHORTEST;
  }

  private static long samples(long milliseconds) {
    return milliseconds * SampleRange.RATE / 1000;
  }
}
