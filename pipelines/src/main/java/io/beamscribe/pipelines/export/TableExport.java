// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.pipelines.export.iceberg.IcebergTable;
import io.beamscribe.pipelines.rewrite.StoredResult;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.models.Digests;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.speech.temporary.TemporaryFolder;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Writes results as tables: a file for each table and partition, rows by result, then by their
 * order in it. One transcript is in memory at a time. Not thread-safe.
 */
@Internal
public final class TableExport {
  private final TableFormat format;
  private final List<PartitionField> partitions;
  private final TableFolder folder;
  private final AtomicFiles files;
  private final Consumer<String> failures;
  private final Map<Table, IcebergTable> iceberg = new EnumMap<>(Table.class);
  private int failed;

  /** How many results were exported, how many could not be, and how many files changed. */
  public record Done(int results, int failed, int changed) {}

  /**
   * @param output folder of the tables
   * @param failures takes a message for each result that cannot be read
   */
  public TableExport(
      TableFormat format,
      List<PartitionField> partitions,
      String output,
      AtomicFiles files,
      Consumer<String> failures) {
    this.format = format;
    this.partitions = List.copyOf(partitions);
    this.folder = new TableFolder(output, files);
    this.files = files;
    this.failures = failures;
    if (format == TableFormat.ICEBERG) {
      for (Table table : Table.values()) {
        List<String> columns =
            table == Table.FAILURES
                ? List.of()
                : partitions.stream().map(PartitionField::column).toList();
        iceberg.put(
            table,
            new IcebergTable(folder.address(table.folder()), files, table.schema(), columns));
      }
    }
  }

  /**
   * Exports all tables.
   *
   * @param report address of the report of the last run, of which failures are taken
   */
  public Done run(List<StoredResult> results, Optional<String> report) throws IOException {
    try (TemporaryFolder work = TemporaryFolder.create("tables")) {
      Path temporary = work.path();
      for (Part part : parts(results)) {
        transcripts(part, temporary);
      }
      failures(report, temporary);
      for (Map.Entry<Table, IcebergTable> table : iceberg.entrySet()) {
        folder.keep(table.getKey().folder(), table.getValue().commit());
      }
      return new Done(results.size() - failed, failed, folder.finish());
    }
  }

  /**
   * Results of one partition.
   *
   * @param folder below a table's
   * @param values of what tables are partitioned by
   */
  private record Part(String folder, List<String> values, List<StoredResult> results) {}

  /** The results by their partition; without partitions they are read only once. */
  private Collection<Part> parts(List<StoredResult> results) {
    if (partitions.isEmpty()) {
      return List.of(new Part("", List.of(), results));
    }
    Map<String, Part> parts = new TreeMap<>();
    for (StoredResult result : results) {
      read(result)
          .map(read -> TranscriptKey.of(result.path(), read))
          .ifPresent(
              key ->
                  parts
                      .computeIfAbsent(
                          PartitionField.folder(partitions, key), folder -> part(folder, key))
                      .results()
                      .add(result));
    }
    return parts.values();
  }

  private Part part(String folder, TranscriptKey key) {
    List<String> values = partitions.stream().map(field -> field.value(key)).toList();
    return new Part(folder, values, new ArrayList<>());
  }

  private void transcripts(Part part, Path temporary) throws IOException {
    Map<Table, RowFile> open = new EnumMap<>(Table.class);
    Map<Table, Long> rows = new EnumMap<>(Table.class);
    try {
      for (Table table : Table.ofTranscripts()) {
        open.put(table, format.open(temporary.resolve(table.folder()), table.schema()));
      }
      for (StoredResult result : part.results()) {
        Optional<Transcript> read = read(result);
        if (read.isPresent()) {
          add(TranscriptKey.of(result.path(), read.get()), read.get(), open, rows);
        }
      }
    } finally {
      for (RowFile each : open.values()) {
        each.close();
      }
    }
    for (Table table : Table.ofTranscripts()) {
      put(table, part, rows.getOrDefault(table, 0L), temporary);
    }
  }

  private static void add(
      TranscriptKey key, Transcript transcript, Map<Table, RowFile> open, Map<Table, Long> rows)
      throws IOException {
    for (Map.Entry<Table, RowFile> each : open.entrySet()) {
      for (Record record : records(each.getKey(), key, transcript)) {
        each.getValue().add(each.getKey().row(record));
        rows.merge(each.getKey(), 1L, Long::sum);
      }
    }
  }

  private static List<Record> records(Table table, TranscriptKey key, Transcript transcript) {
    List<Record> records = new ArrayList<>();
    if (table == Table.FILES) {
      records.add(FileRow.of(key, transcript));
      return records;
    }
    for (int i = 0; i < transcript.phrases().size(); i++) {
      if (table == Table.PHRASES) {
        records.add(PhraseTableRow.of(key, transcript, i));
      } else {
        records.addAll(WordTableRow.of(key, transcript, i));
      }
    }
    return records;
  }

  private void failures(Optional<String> report, Path temporary) throws IOException {
    Path file = temporary.resolve(Table.FAILURES.folder());
    long count = 0;
    try (RowFile rows = format.open(file, Table.FAILURES.schema())) {
      if (report.isPresent() && files.exists(report.get())) {
        // Of many files it is larger than what is read whole.
        try (InputStream json = files.open(report.get())) {
          for (FileReport each : ReportFiles.read(json).details()) {
            if (each.status() == FileStatus.FAILED) {
              rows.add(Table.FAILURES.row(FailureTableRow.of(each)));
              count++;
            }
          }
        }
      }
    }
    put(Table.FAILURES, new Part("", List.of(), List.of()), count, temporary);
  }

  private void put(Table table, Part part, long rows, Path temporary) throws IOException {
    Path file = temporary.resolve(table.folder());
    IcebergTable iceberg = this.iceberg.get(table);
    if (iceberg == null) {
      folder.put(table.folder() + "/" + part.folder() + "part-0." + format.extension(), file);
    } else if (rows > 0) {
      // another name for other content, as files of earlier snapshots stay
      String name = Digests.sha256(file).substring(0, 32) + "." + format.extension();
      String path = "data/" + part.folder() + name;
      folder.put(table.folder() + "/" + path, file);
      iceberg.add(path, rows, Files.size(file), part.values());
    }
    Files.delete(file);
  }

  private Optional<Transcript> read(StoredResult result) {
    try {
      return Optional.of(result.transcript());
    } catch (SpeechException | IOException | RuntimeException e) {
      failed++;
      failures.accept(result.address() + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
