// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.phrases;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.stream.IntStream;

/** A word and its display form. */
record SpelledWord(Word word, String spelling) {

  static List<SpelledWord> of(Reading reading) {
    List<String> spellings = reading.spellings();
    return IntStream.range(0, spellings.size())
        .mapToObj(i -> new SpelledWord(reading.words().get(i), spellings.get(i)))
        .toList();
  }

  /** A reading of these words, separated by spaces. */
  static Reading reading(List<SpelledWord> words, double confidence) {
    List<String> spellings = words.stream().map(SpelledWord::spelling).toList();
    return Reading.spelled(
        spellings.stream().collect(joining(" ")),
        confidence,
        words.stream().map(SpelledWord::word).toList(),
        spellings);
  }
}
