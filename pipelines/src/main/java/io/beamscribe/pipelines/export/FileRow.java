// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.transforms.rows.RecordSchema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** A row of the table of files. */
@Internal
@DefaultSchema(RecordSchema.class)
public record FileRow(
    String result,
    String source,
    String timestamp,
    String date,
    String locale,
    Optional<String> engine,
    Optional<String> model,
    Optional<String> modelDigest,
    Optional<String> task,
    Optional<String> fingerprint,
    long durationMilliseconds,
    Optional<Double> speechShare,
    int channels,
    Optional<Integer> speakers,
    int phrases,
    int words,
    Optional<Double> confidence,
    String display) {

  static FileRow of(TranscriptKey key, Transcript transcript) {
    Optional<Provenance> from = Optional.ofNullable(transcript.provenance());
    List<Word> words = Phrase.words(transcript.phrases());
    OptionalDouble confidence = words.stream().mapToDouble(Word::confidence).average();
    long speakers =
        transcript.phrases().stream()
            .map(phrase -> Optional.ofNullable(phrase.speaker()))
            .flatMap(Optional::stream)
            .distinct()
            .count();
    return new FileRow(
        key.result(),
        Texts.oneLine(transcript.source()),
        transcript.timestamp().toString(),
        key.date(),
        key.locale(),
        from.map(Provenance::engine),
        from.map(Provenance::model),
        from.map(Provenance::modelDigest),
        from.map(Provenance::task),
        from.map(Provenance::fingerprint),
        transcript.durationMilliseconds(),
        from.map(Provenance::speechShare),
        transcript.channels().size(),
        speakers == 0 ? Optional.empty() : Optional.of((int) speakers),
        transcript.phrases().size(),
        words.size(),
        confidence.isPresent() ? Optional.of(confidence.getAsDouble()) : Optional.empty(),
        String.join(
            " ",
            transcript.phrases().stream()
                .map(phrase -> Texts.oneLine(phrase.best().display()))
                .toList()));
  }
}
