// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.CommandLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.iceberg.TableMetadataParser;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir Path folder;
  private Path tables;

  @BeforeEach
  void results() throws IOException {
    tables = folder.resolve("tables");
    result("b.wav", "안녕, \"hello\"", 0);
    result("a.wav", "again", 86_400);
  }

  @Test
  void tablesAreWrittenOnceAndFollowTheResults() throws IOException {
    assertThat(export("csv").out()).endsWith(", 4 files changed\n");
    assertThat(tables.resolve("phrases/part-0.csv"))
        .content()
        .startsWith("result,phrase,date,locale,channel,")
        .contains("\na.wav,0,1970-01-02,und,", "\"안녕, \"\"hello\"\"\"");
    FileTime before = Files.getLastModifiedTime(tables.resolve("words/part-0.csv"));
    Files.writeString(tables.resolve("words/notes.txt"), "of somebody else");

    assertThat(export("csv").out()).endsWith(", 0 files changed\n");
    assertThat(Files.getLastModifiedTime(tables.resolve("words/part-0.csv"))).isEqualTo(before);

    result("a.wav", "changed", 86_400);
    Files.delete(folder.resolve("in/b.wav.json"));
    export("csv");
    assertThat(tables.resolve("words/part-0.csv"))
        .content()
        .contains("changed")
        .doesNotContain("again", "hello");

    export("jsonl", "--partitionBy=locale,date");
    assertThat(files())
        .containsExactly(
            "_beamscribe_tables",
            "failures/part-0.jsonl",
            "files/locale=und/date=1970-01-02/part-0.jsonl",
            "phrases/locale=und/date=1970-01-02/part-0.jsonl",
            "words/locale=und/date=1970-01-02/part-0.jsonl",
            "words/notes.txt");
  }

  @Test
  void avroAndParquetHoldTheSameRows() throws IOException {
    export("avro");
    List<String> avro = new ArrayList<>();
    try (var rows =
        DataFileReader.<GenericRecord>openReader(
            tables.resolve("words/part-0.avro").toFile(), new GenericDatumReader<>())) {
      rows.forEach(row -> avro.add(row.toString()));
    }
    byte[] first = Files.readAllBytes(tables.resolve("words/part-0.avro"));
    export("parquet");
    List<String> parquet = new ArrayList<>();
    try (ParquetReader<GenericRecord> rows =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(tables.resolve("words/part-0.parquet")),
                new PlainParquetConfiguration())
            .build()) {
      for (GenericRecord row = rows.read(); row != null; row = rows.read()) {
        parquet.add(row.toString());
      }
    }
    assertThat(avro).hasSize(3).isEqualTo(parquet);
    assertThat(avro.get(0)).contains("\"lexical\": \"again\"", "\"speaker\": null");
    export("avro");
    assertThat(tables.resolve("words/part-0.avro")).hasBinaryContent(first);
  }

  @Test
  void icebergTablesHaveASnapshotForEachChange() throws IOException {
    assertThat(export("iceberg", "--partitionBy=date").out()).endsWith(", 6 files changed\n");
    List<String> first = files();
    assertThat(first)
        .contains(
            "failures/metadata/v1.metadata.json",
            "words/metadata/v2.metadata.json",
            "words/metadata/version-hint.text")
        .filteredOn(file -> file.startsWith("words/data/"))
        .hasSize(2)
        .allMatch(file -> file.matches("words/data/date=1970-01-0[12]/[0-9a-f]{32}\\.parquet"));
    assertThat(snapshot("words")).containsEntry("total-records", "3");

    assertThat(export("iceberg", "--partitionBy=date").out()).endsWith(", 0 files changed\n");
    assertThat(files()).isEqualTo(first);

    result("a.wav", "it is changed", 86_400);
    export("iceberg", "--partitionBy=date");
    assertThat(snapshot("words"))
        .containsEntry("total-records", "5")
        .containsEntry("total-data-files", "2")
        .containsEntry("deleted-records", "1");
    assertThat(files()).containsAll(first.stream().filter(file -> file.contains("data/")).toList());

    Files.delete(folder.resolve("in/b.wav.json"));
    export("iceberg");
    assertThat(snapshot("words")).containsEntry("total-records", "3");
    assertThat(files()).noneMatch(file -> file.contains("date="));

    export("csv");
    assertThat(files()).noneMatch(file -> file.contains("metadata")).hasSize(5);
  }

  /** What the current snapshot of a table says of itself. */
  private Map<String, String> snapshot(String table) throws IOException {
    Path metadata = tables.resolve(table).resolve("metadata");
    String version = Files.readString(metadata.resolve("version-hint.text"));
    Path json = metadata.resolve("v" + version + ".metadata.json");
    return TableMetadataParser.fromJson(Files.readString(json)).currentSnapshot().summary();
  }

  @Test
  void aDocumentThatCannotBeReadCostsNoOther() throws IOException {
    Files.writeString(folder.resolve("in/c.json"), "{");
    CommandLine run = export("csv");
    assertThat(run.code()).isEqualTo(ExitCode.FILES_FAILED);
    assertThat(run.err()).contains("c.json");
    assertThat(run.out()).startsWith("2 transcripts in tables");
  }

  @Test
  void whatIsNoTranscriptIsLeftAlone() throws IOException {
    List<String> others =
        List.of("report.json", "evaluation.json", "a.wav.analytics.json", "_speed.json");
    for (String other : others) {
      Files.writeString(folder.resolve("in").resolve(other), "{}");
      Files.createDirectories(folder.resolve("in/below"));
      Files.writeString(folder.resolve("in/below").resolve(other), "{}");
    }
    for (String input : List.of("", "/*.json", "/**.json")) {
      CommandLine run =
          CommandLine.run(
              "export",
              "--input=" + folder.resolve("in") + input,
              "--output=" + tables,
              "--to=csv");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).startsWith("2 transcripts in tables");
    }
    CommandLine render =
        CommandLine.run(
            "render",
            "--input=" + folder.resolve("in"),
            "--output=" + folder.resolve("rendered"),
            "--formats=srt");
    assertThat(render.out()).startsWith("2 transcripts rendered");
  }

  private CommandLine export(String format, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "export",
                "--input=" + folder.resolve("in"),
                "--output=" + tables,
                "--to=" + format));
    args.addAll(List.of(more));
    return CommandLine.run(args.toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(tables)) {
      return all.filter(Files::isRegularFile)
          .map(file -> tables.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private void result(String name, String text, long second) throws IOException {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      words.add(new Word(word, 500L * words.size(), 500L * words.size() + 400, 0.5));
    }
    Phrase phrase = new Phrase(0, 0, 900, null, List.of(Reading.verbatim(text, 0.5, words)));
    Transcript transcript =
        new Transcript(
            name, Instant.ofEpochSecond(second), 1000, List.of(0), List.of(phrase), null);
    Path file = folder.resolve("in/" + name + ".json");
    Files.createDirectories(file.getParent());
    Files.write(file, TranscriptJson.write(transcript, FormatOptions.DEFAULT));
  }
}
