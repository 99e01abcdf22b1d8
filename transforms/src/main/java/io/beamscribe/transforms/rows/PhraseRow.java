// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** A phrase: the speech between two pauses on one channel. */
@DefaultSchema(RecordSchema.class)
public record PhraseRow(
    @SchemaFieldDescription("Channel, from 0.") int channel,
    @SchemaFieldDescription("Speaker, numbered from 1 within the file; with diarization only.")
        Optional<Integer> speaker,
    @SchemaFieldDescription("Name of the enrolled voice by which the speaker was identified.")
        Optional<String> voice,
    @SchemaFieldDescription("Language of the phrase as a BCP-47 tag.") Optional<String> locale,
    @SchemaFieldDescription("Start, from the beginning of the file.") long offsetMilliseconds,
    @SchemaFieldDescription("Length of the phrase.") long durationMilliseconds,
    @SchemaFieldDescription("Between 0 and 1.") double confidence,
    @SchemaFieldDescription("The words as spoken.") String lexical,
    @SchemaFieldDescription("The same in written form, with numbers as digits.") String itn,
    @SchemaFieldDescription("The written form with profanity masked.") String maskedItn,
    @SchemaFieldDescription("For readers, with punctuation and capitals.") String display,
    @SchemaFieldDescription("In order of time; empty without word-level timestamps.")
        List<WordRow> words) {
  public PhraseRow {
    words = List.copyOf(words);
  }

  static PhraseRow of(Transcript transcript, Phrase phrase) {
    Reading best = phrase.best();
    List<String> spellings = best.spellings();
    return new PhraseRow(
        phrase.channel(),
        Optional.ofNullable(phrase.speaker()),
        Optional.ofNullable(phrase.speaker()).flatMap(transcript::voice),
        Optional.ofNullable(phrase.locale()),
        phrase.startMilliseconds(),
        phrase.durationMilliseconds(),
        best.confidence(),
        Texts.oneLine(best.lexical()),
        Texts.oneLine(best.itn()),
        Texts.oneLine(best.maskedItn()),
        Texts.oneLine(best.display()),
        IntStream.range(0, spellings.size())
            .mapToObj(i -> WordRow.of(best.words().get(i), spellings.get(i)))
            .toList());
  }
}
