// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Phrases on one side of a word. */
final class PhraseParts {
  private PhraseParts() {}

  /**
   * What the first words of phrases are part of.
   *
   * @param words how many of their best readings
   */
  static List<Phrase> before(List<Phrase> phrases, int words) {
    return between(phrases, 0, words);
  }

  /** What all words of phrases but the first ones are part of. */
  static List<Phrase> from(List<Phrase> phrases, int words) {
    return between(phrases, words, Integer.MAX_VALUE);
  }

  private static List<Phrase> between(List<Phrase> phrases, int from, int to) {
    List<Phrase> parts = new ArrayList<>();
    int at = 0;
    for (Phrase phrase : phrases) {
      int count = phrase.best().words().size();
      int first = Math.max(0, from - at);
      int end = Math.min(count, to - at);
      if (first == 0 && end == count) {
        parts.add(phrase);
      } else if (first < end) {
        parts.add(part(phrase, first, end));
      }
      at += count;
    }
    return parts;
  }

  private static Phrase part(Phrase phrase, int from, int to) {
    Reading reading = phrase.best().part(from, to);
    List<Word> words = reading.words();
    return phrase
        .between(words.get(0).startMilliseconds(), words.get(words.size() - 1).endMilliseconds())
        .withReadings(List.of(reading));
  }
}
