// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Word;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** A recognised word. */
@DefaultSchema(RecordSchema.class)
public record WordRow(
    @SchemaFieldDescription("As spoken, without punctuation.") String word,
    @SchemaFieldDescription("For readers, with the punctuation that belongs to it.") String display,
    @SchemaFieldDescription("Start, from the beginning of the file.") long offsetMilliseconds,
    @SchemaFieldDescription("Length of the word.") long durationMilliseconds,
    @SchemaFieldDescription("Between 0 and 1.") double confidence) {

  static WordRow of(Word word, String spelling) {
    return new WordRow(
        Texts.oneLine(word.text()),
        Texts.oneLine(spelling),
        word.startMilliseconds(),
        word.durationMilliseconds(),
        word.confidence());
  }
}
