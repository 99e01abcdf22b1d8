// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.pipelines.rewrite.StoredResult;
import io.beamscribe.speech.SpeechException;
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
  }

  /**
   * Exports all tables.
   *
   * @param report address of the report of the last run, of which failures are taken
   */
  public Done run(List<StoredResult> results, Optional<String> report) throws IOException {
    try (TemporaryFolder work = TemporaryFolder.create("tables")) {
      Path temporary = work.path();
      Map<String, List<StoredResult>> parts = parts(results);
      for (Map.Entry<String, List<StoredResult>> part : parts.entrySet()) {
        transcripts(part.getKey(), part.getValue(), temporary);
      }
      failures(report, temporary);
      return new Done(results.size() - failed, failed, folder.finish());
    }
  }

  /** The results by the folder of their partition; without partitions they are read only once. */
  private Map<String, List<StoredResult>> parts(List<StoredResult> results) {
    if (partitions.isEmpty()) {
      return Map.of("", results);
    }
    Map<String, List<StoredResult>> parts = new TreeMap<>();
    for (StoredResult result : results) {
      read(result)
          .map(read -> PartitionField.folder(partitions, TranscriptKey.of(result.path(), read)))
          .ifPresent(part -> parts.computeIfAbsent(part, each -> new ArrayList<>()).add(result));
    }
    return parts;
  }

  private void transcripts(String part, List<StoredResult> results, Path temporary)
      throws IOException {
    Map<Table, RowFile> open = new EnumMap<>(Table.class);
    try {
      for (Table table : Table.ofTranscripts()) {
        open.put(table, format.open(temporary.resolve(table.folder()), table.schema()));
      }
      for (StoredResult result : results) {
        Optional<Transcript> read = read(result);
        if (read.isPresent()) {
          add(TranscriptKey.of(result.path(), read.get()), read.get(), open);
        }
      }
    } finally {
      for (RowFile rows : open.values()) {
        rows.close();
      }
    }
    for (Table table : Table.ofTranscripts()) {
      put(table, part, temporary);
    }
  }

  private static void add(TranscriptKey key, Transcript transcript, Map<Table, RowFile> open)
      throws IOException {
    for (Map.Entry<Table, RowFile> each : open.entrySet()) {
      for (Record record : records(each.getKey(), key, transcript)) {
        each.getValue().add(each.getKey().row(record));
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
    try (RowFile rows = format.open(file, Table.FAILURES.schema())) {
      if (report.isPresent() && files.exists(report.get())) {
        // Of many files it is larger than what is read whole.
        try (InputStream json = files.open(report.get())) {
          for (FileReport each : ReportFiles.read(json).details()) {
            if (each.status() == FileStatus.FAILED) {
              rows.add(Table.FAILURES.row(FailureTableRow.of(each)));
            }
          }
        }
      }
    }
    put(Table.FAILURES, "", temporary);
  }

  private void put(Table table, String part, Path temporary) throws IOException {
    Path file = temporary.resolve(table.folder());
    folder.put(table.folder() + "/" + part + "part-0." + format.extension(), file);
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
