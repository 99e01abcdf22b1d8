// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.transforms.rows.RecordSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** A row of the table of words. */
@Internal
@DefaultSchema(RecordSchema.class)
public record WordTableRow(
    String result,
    int phrase,
    int word,
    String date,
    String locale,
    int channel,
    Optional<Integer> speaker,
    long offsetMilliseconds,
    long durationMilliseconds,
    double confidence,
    String lexical,
    String display) {

  static List<WordTableRow> of(TranscriptKey key, Transcript transcript, int number) {
    Phrase phrase = transcript.phrases().get(number);
    List<Word> words = phrase.best().words();
    List<String> spellings = phrase.best().spellings();
    return IntStream.range(0, words.size())
        .mapToObj(
            i ->
                new WordTableRow(
                    key.result(),
                    number,
                    i,
                    key.date(),
                    key.locale(),
                    phrase.channel(),
                    Optional.ofNullable(phrase.speaker()),
                    words.get(i).startMilliseconds(),
                    words.get(i).durationMilliseconds(),
                    words.get(i).confidence(),
                    Texts.oneLine(words.get(i).text()),
                    Texts.oneLine(spellings.get(i))))
        .toList();
  }
}
