// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Kept voices as they are stored. Of a reading it has what the engine recognised, each word with
 * its spelling; the other forms are derived from that.
 */
record KeptVoicesDocument(List<Said> phrases, List<BlockVoices> blocks, String model) {

  record Said(
      int channel,
      @Nullable Integer speaker,
      long startMilliseconds,
      long endMilliseconds,
      @Nullable String locale,
      List<Alternative> alternatives) {}

  record Alternative(String text, double confidence, List<Word> words) {}

  record Word(
      String text,
      String display,
      long startMilliseconds,
      long endMilliseconds,
      double confidence) {}

  static KeptVoicesDocument of(List<Phrase> phrases, List<BlockVoices> blocks, String model) {
    return new KeptVoicesDocument(
        phrases.stream().map(KeptVoicesDocument::said).toList(), blocks, model);
  }

  /** The phrases that it was made of. */
  List<Phrase> said() {
    return phrases.stream().map(KeptVoicesDocument::phrase).toList();
  }

  private static Said said(Phrase phrase) {
    return new Said(
        phrase.channel(),
        phrase.speaker(),
        phrase.startMilliseconds(),
        phrase.endMilliseconds(),
        phrase.locale(),
        phrase.readings().stream().map(KeptVoicesDocument::alternative).toList());
  }

  private static Alternative alternative(Reading reading) {
    List<String> spellings = reading.spellings();
    return new Alternative(
        reading.display(),
        reading.confidence(),
        IntStream.range(0, spellings.size())
            .mapToObj(i -> word(reading.words().get(i), spellings.get(i)))
            .toList());
  }

  private static Word word(io.beamscribe.speech.transcript.Word word, String spelling) {
    return new Word(
        word.text(), spelling, word.startMilliseconds(), word.endMilliseconds(), word.confidence());
  }

  private static Phrase phrase(Said said) {
    return new Phrase(
        said.channel(),
        said.speaker(),
        said.startMilliseconds(),
        said.endMilliseconds(),
        said.locale(),
        said.alternatives().stream().map(KeptVoicesDocument::reading).toList());
  }

  private static Reading reading(Alternative alternative) {
    return Reading.spelled(
        alternative.text(),
        alternative.confidence(),
        alternative.words().stream()
            .map(
                word ->
                    new io.beamscribe.speech.transcript.Word(
                        word.text(),
                        word.startMilliseconds(),
                        word.endMilliseconds(),
                        word.confidence()))
            .toList(),
        alternative.words().stream().map(Word::display).toList());
  }
}
