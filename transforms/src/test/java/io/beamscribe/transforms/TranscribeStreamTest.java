// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beamscribe.transforms.rows.TranscriptRow;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.values.AudioFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.extensions.avro.io.AvroIO;
import org.apache.beam.sdk.extensions.avro.schemas.utils.AvroUtils;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.schemas.transforms.Convert;
import org.apache.beam.sdk.transforms.Contextful;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Watch;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream of somebody else's: files that Beam itself finds, rows that it writes by windows. */
class TranscribeStreamTest {
  private static final org.joda.time.Duration SECOND = org.joda.time.Duration.standardSeconds(1);

  @TempDir Path folder;

  @Test
  void windowsOfRowsAreWrittenWhileTheStreamGoesOn() throws Exception {
    Path audio = Files.createDirectories(folder.resolve("audio"));
    PipelineResult running = start(audio);
    try {
      arrive("korean-1.flac", audio);
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(sources()).containsExactly("korean-1.flac"));
      arrive("korean-2.flac", audio);
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> assertThat(sources()).containsExactly("korean-1.flac", "korean-2.flac"));
      assertThat(running.getState()).isEqualTo(PipelineResult.State.RUNNING);
    } finally {
      running.cancel();
    }
  }

  private PipelineResult start(Path audio) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setBlockOnRun(false);
    Pipeline pipeline = Pipeline.create(options);
    PCollection<TranscriptRow> rows =
        pipeline
            .apply(
                FileIO.match()
                    .filepattern(audio + "/*.flac")
                    .withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW)
                    .continuously(SECOND, Watch.Growth.never()))
            .apply(
                MapElements.into(TypeDescriptor.of(AudioFile.class))
                    .via(found -> AudioFile.of(found.resourceId().toString())))
            .apply(Transcribe.files(Jobs.settings(folder.resolve("out"), false)))
            .transcripts();
    Schema avro = AvroUtils.toAvroSchema(rows.getSchema());
    rows.apply(Window.into(FixedWindows.of(SECOND)))
        .apply(Convert.toRows())
        .apply(
            FileIO.<Row>write()
                .via(
                    Contextful.fn(AvroUtils.getRowToGenericRecordFunction(avro)),
                    AvroIO.<GenericRecord>sink(avro))
                .to(folder.resolve("rows").toString())
                .withNumShards(1)
                .withSuffix(".avro"));
    return pipeline.run();
  }

  /** All at once, as a file of which Beam has no half. */
  private void arrive(String clip, Path audio) throws Exception {
    Files.move(Jobs.clip(clip, folder.resolve(clip)), audio.resolve(clip));
  }

  /** The names of the files in the rows, in the order of their windows. */
  private List<String> sources() throws Exception {
    List<String> sources = new ArrayList<>();
    Path rows = folder.resolve("rows");
    if (!Files.isDirectory(rows)) {
      return sources;
    }
    try (Stream<Path> files = Files.list(rows)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".avro")).sorted().toList()) {
        try (DataFileReader<GenericRecord> reader =
            new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
          reader.forEach(
              row -> sources.add(Path.of(row.get("source").toString()).getFileName().toString()));
        }
      }
    }
    return sources;
  }
}
