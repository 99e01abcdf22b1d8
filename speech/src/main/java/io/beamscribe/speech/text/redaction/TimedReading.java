// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Readings of documents without words: the words of their text take them, spread evenly over the
 * phrase.
 */
final class TimedReading {
  private TimedReading() {}

  /** The words of the best reading. */
  static List<Word> words(Phrase phrase) {
    return of(phrase, phrase.best()).words();
  }

  /** A reading with words. */
  static Reading of(Phrase phrase, Reading reading) {
    if (!reading.words().isEmpty() || reading.display().isBlank()) {
      return reading;
    }
    String[] texts = reading.display().strip().split("\\s+");
    long length = phrase.endMilliseconds() - phrase.startMilliseconds();
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      words.add(
          new Word(
              texts[i],
              phrase.startMilliseconds() + length * i / texts.length,
              phrase.startMilliseconds() + length * (i + 1) / texts.length,
              reading.confidence()));
    }
    String text = reading.display();
    return new Reading(text, text, text, text, reading.confidence(), words, List.of());
  }

  /** A reading with placeholders as the one it was made from: without words, if that had none. */
  static Reading as(Reading before, Reading safe) {
    return before.words().isEmpty()
        ? new Reading(
            safe.display(),
            safe.display(),
            safe.display(),
            safe.display(),
            safe.confidence(),
            List.of(),
            List.of())
        : safe;
  }
}
