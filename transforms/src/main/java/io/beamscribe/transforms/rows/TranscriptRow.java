// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * The transcript of one file. Names and meanings are those of the result document; if a phrase has
 * several readings, the row has the best.
 */
@DefaultSchema(RecordSchema.class)
public record TranscriptRow(
    @SchemaFieldDescription("Address of the audio, without secrets.") String source,
    @SchemaFieldDescription("When the transcript was made, in ISO 8601.") String timestamp,
    @SchemaFieldDescription("Length of the audio.") long durationMilliseconds,
    @SchemaFieldDescription(
            "Language of the speech as a BCP-47 tag; several are separated by commas.")
        Optional<String> locale,
    @SchemaFieldDescription("Engine that recognised it.") Optional<String> engine,
    @SchemaFieldDescription("Id of the model, or the last part of its address.")
        Optional<String> model,
    @SchemaFieldDescription("Identity of audio, model and options.") Optional<String> fingerprint,
    @SchemaFieldDescription("Channels that were recognised, from 0.") List<Integer> channels,
    @SchemaFieldDescription("Text of all phrases, for readers: channel by channel.") String display,
    @SchemaFieldDescription("By channel, then by time.") List<PhraseRow> phrases) {
  public TranscriptRow {
    channels = List.copyOf(channels);
    phrases = List.copyOf(phrases);
  }

  /** The row of a transcript. */
  public static TranscriptRow of(Transcript transcript) {
    Optional<Provenance> provenance = Optional.ofNullable(transcript.provenance());
    List<PhraseRow> phrases =
        transcript.phrases().stream().map(phrase -> PhraseRow.of(transcript, phrase)).toList();
    return new TranscriptRow(
        Texts.withoutBreaks(transcript.source()),
        transcript.timestamp().toString(),
        transcript.durationMilliseconds(),
        provenance.map(Provenance::locale),
        provenance.map(Provenance::engine),
        provenance.map(Provenance::model),
        provenance.map(Provenance::fingerprint),
        transcript.channels(),
        phrases.stream().map(PhraseRow::display).collect(joining(" ")),
        phrases);
  }
}
