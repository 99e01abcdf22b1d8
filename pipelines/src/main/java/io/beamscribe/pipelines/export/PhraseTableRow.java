// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.rows.RecordSchema;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** A row of the table of phrases. */
@Internal
@DefaultSchema(RecordSchema.class)
public record PhraseTableRow(
    String result,
    int phrase,
    String date,
    String locale,
    int channel,
    Optional<Integer> speaker,
    Optional<String> voice,
    Optional<String> phraseLocale,
    long offsetMilliseconds,
    long durationMilliseconds,
    double confidence,
    String lexical,
    String itn,
    String maskedItn,
    String display) {

  static PhraseTableRow of(TranscriptKey key, Transcript transcript, int number) {
    Phrase phrase = transcript.phrases().get(number);
    Reading best = phrase.best();
    return new PhraseTableRow(
        key.result(),
        number,
        key.date(),
        key.locale(),
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
        Texts.oneLine(best.display()));
  }
}
