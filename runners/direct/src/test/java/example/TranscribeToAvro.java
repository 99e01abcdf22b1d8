// SPDX-License-Identifier: Apache-2.0
package example;

import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.rows.TranscriptRow;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.io.AvroIO;
import org.apache.beam.sdk.extensions.avro.schemas.utils.AvroUtils;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.schemas.transforms.Convert;
import org.apache.beam.sdk.transforms.Contextful;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Transcribes files and writes the transcripts as Avro. */
final class TranscribeToAvro {
  private TranscribeToAvro() {}

  static void run(Pipeline pipeline, List<String> audio, String output) throws Exception {
    TranscriptionSettings settings =
        SettingsBuilder.output(output).locale("en-US").model("whisper-base").build();
    PCollection<TranscriptRow> rows =
        pipeline
            .apply(Create.of(audio))
            .apply(MapElements.into(TypeDescriptor.of(AudioFile.class)).via(AudioFile::of))
            .apply(Transcribe.files(settings))
            .transcripts();
    Schema avro = AvroUtils.toAvroSchema(rows.getSchema());
    rows.apply(Convert.toRows())
        .apply(
            FileIO.<Row>write()
                .via(
                    Contextful.fn(AvroUtils.getRowToGenericRecordFunction(avro)),
                    AvroIO.<GenericRecord>sink(avro))
                .to(output + "/avro")
                .withSuffix(".avro"));
    pipeline.run().waitUntilFinish();
  }
}
