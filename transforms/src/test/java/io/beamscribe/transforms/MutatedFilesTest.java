// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Mutations;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch over damaged copies of real files of every container, with the real decoder and detector.
 * {@code -Dmutations=2000} makes more of them, {@code -Dmutations.seed=2} others.
 */
class MutatedFilesTest {
  private static final int COUNT = Integer.getInteger("mutations", 100);
  private static final long SEED = Long.getLong("mutations.seed", 1);
  private static final Path FORMATS = Path.of("..", "testdata", "formats");

  @TempDir Path folder;

  @Test
  @Timeout(3600)
  void eachDamagedFileEndsAsOneRowAndNoneAsADefect(TestReporter reporter) throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    makeFiles(in);
    TranscriptionSettings settings =
        Jobs.identifying(folder.resolve("out"), SpokenLanguage.fixed("en-US"), List.of());

    Jobs.run(settings, in);

    Report report;
    try (InputStream json = Files.newInputStream(folder.resolve("out/report.json"))) {
      report = ReportFiles.read(json);
    }
    TreeMap<String, Integer> ends = new TreeMap<>();
    List<FileReport> odd = new ArrayList<>();
    for (FileReport row : report.details()) {
      ErrorKind kind = row.errorKind();
      ends.merge(kind == null ? row.status().label() : kind.label(), 1, Integer::sum);
      if (kind == ErrorKind.INTERNAL || kind == ErrorKind.CRASH || kind == ErrorKind.TIMEOUT) {
        odd.add(row);
      }
    }
    reporter.publishEntry(COUNT + " damaged files", ends.toString());
    assertThat(report.details()).as(ends.toString()).hasSize(COUNT);
    assertThat(odd).isEmpty();
    assertThat(report.counts().get(FileStatus.SUCCEEDED)).isPositive();
    List<String> left = new AtomicFiles(StorageSettings.NONE).list(folder.resolve("out") + "");
    assertThat(left)
        .filteredOn(file -> !file.contains("/transcripts/") && !file.contains("/_done/"))
        .extracting(file -> file.substring(file.lastIndexOf('/') + 1))
        .containsExactlyInAnyOrder("report.json", "report.csv", "report.html");
  }

  private static void makeFiles(Path to) throws Exception {
    List<Path> originals;
    try (Stream<Path> files = Files.list(FORMATS)) {
      originals = files.sorted().toList();
    }
    List<byte[]> contents = new ArrayList<>();
    for (Path original : originals) {
      contents.add(Files.readAllBytes(original));
    }
    Mutations mutations = new Mutations(contents, SEED);
    for (int i = 0; i < COUNT; i++) {
      int file = i % contents.size();
      String name = String.format(Locale.ROOT, "%05d_%s", i, originals.get(file).getFileName());
      Files.write(to.resolve(name), mutations.next(file));
    }
  }
}
