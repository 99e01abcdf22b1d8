// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.said;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.stream.Stream;

/**
 * A phrase of a call, and who said it. Immutable.
 *
 * @param index of the phrase in the transcript
 * @param party number of the party, from 1; 0 for an announcement, which nobody says
 */
public record Said(int index, int party, Role role, Phrase phrase) {
  /**
   * The words as spoken, with their times; those of a result without word times are spread evenly.
   */
  public List<Word> words() {
    return words(phrase);
  }

  /** Those of a phrase, whoever said it. */
  public static List<Word> words(Phrase phrase) {
    List<Word> words = phrase.best().words();
    if (!words.isEmpty() || phrase.best().lexical().isBlank()) {
      return words;
    }
    String[] texts = phrase.best().lexical().strip().split("\\s+");
    long start = phrase.startMilliseconds();
    long length = phrase.endMilliseconds() - start;
    return Stream.iterate(0, i -> i < texts.length, i -> i + 1)
        .map(
            i ->
                new Word(
                    texts[i],
                    start + length * i / texts.length,
                    start + length * (i + 1) / texts.length,
                    phrase.best().confidence()))
        .toList();
  }
}
