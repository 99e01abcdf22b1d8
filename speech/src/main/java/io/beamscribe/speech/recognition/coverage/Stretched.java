// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The first words of a phrase that are far too long: an engine that left out what was said before
 * lets them begin where that began.
 */
final class Stretched {
  /** Of how many first words any may be too long. */
  private static final int FIRST = 3;

  /** What a word usually takes, in milliseconds: this, and as much for each letter. */
  private static final int SHORTEST = 100;

  private static final int LETTER = 80;

  private Stretched() {}

  /** The phrase with such words in front of the others; other phrases as they are. */
  static Phrase corrected(Phrase phrase) {
    List<Word> words = phrase.best().words();
    int last = -1;
    for (int i = 0; i < Math.min(FIRST, words.size() - 1); i++) {
      last = Coverage.isPlausible(words.get(i)) ? last : i;
    }
    if (last < 0) {
      return phrase;
    }
    List<Word> corrected = new ArrayList<>(words);
    long end = words.get(last).endMilliseconds();
    for (int i = last; i >= 0; i--) {
      Word word = words.get(i);
      long usual = SHORTEST + (long) LETTER * word.text().length();
      long start = Math.max(word.startMilliseconds(), end - usual);
      corrected.set(i, new Word(word.text(), start, end, word.confidence()));
      end = start;
    }
    List<Reading> readings = new ArrayList<>(phrase.readings());
    readings.set(0, phrase.best().withWords(corrected));
    return phrase
        .withReadings(readings)
        .between(corrected.get(0).startMilliseconds(), phrase.endMilliseconds());
  }
}
