// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.speech.transcription.FileChoice;
import io.beamscribe.transforms.settings.FileChoices;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a list says of single files reaches their recognition, and decides what is skipped. */
class FileChoicesTest {
  @TempDir Path folder;
  private Path one;
  private Path two;

  @BeforeEach
  void writeAudio() throws IOException {
    one = folder.resolve("one.flac");
    two = folder.resolve("two.flac");
    Jobs.clip("korean-1.flac", one);
    Jobs.clip("korean-2.flac", two);
  }

  @Test
  void onlyFilesWithOtherSettingsAreTranscribedAgain() throws Exception {
    assertThat(statuses(run(Map.of(), Map.of())))
        .isEqualTo(Map.of("one.flac", FileStatus.SUCCEEDED, "two.flac", FileStatus.SUCCEEDED));
    Map<String, FileChoice> german =
        Map.of(one.toString(), new FileChoice("de-DE", List.of(), null));

    assertThat(statuses(run(german, Map.of())))
        .isEqualTo(Map.of("one.flac", FileStatus.SUCCEEDED, "two.flac", FileStatus.SKIPPED));
    assertThat(statuses(run(german, Map.of())))
        .isEqualTo(Map.of("one.flac", FileStatus.SKIPPED, "two.flac", FileStatus.SKIPPED));

    Path out = folder.resolve("out");
    assertThat(Jobs.transcript(out, "one.flac").phrases())
        .isNotEmpty()
        .allSatisfy(phrase -> assertThat(phrase.locale()).isEqualTo("de-DE"));
    assertThat(Jobs.transcript(out, "two.flac").phrases())
        .isNotEmpty()
        .allSatisfy(phrase -> assertThat(phrase.locale()).isEqualTo("ko-KR"));

    Map<String, FileChoice> phrases =
        Map.of(
            one.toString(), new FileChoice("de-DE", List.of(), null),
            two.toString(), new FileChoice(null, List.of("Contoso"), null));
    assertThat(statuses(run(phrases, Map.of())))
        .isEqualTo(Map.of("one.flac", FileStatus.SKIPPED, "two.flac", FileStatus.SUCCEEDED));
  }

  @Test
  void aLocaleThatNoModelKnowsCostsItsFilesOnly() throws Exception {
    Report report =
        run(
            Map.of(one.toString(), new FileChoice("de-DE", List.of(), null)),
            Map.of("de-DE", "The model main does not know de-DE."));

    assertThat(statuses(report))
        .isEqualTo(Map.of(one.toString(), FileStatus.FAILED, "two.flac", FileStatus.SUCCEEDED));
    FileReport row =
        report.details().stream()
            .filter(each -> each.status() == FileStatus.FAILED)
            .findFirst()
            .orElseThrow();
    assertThat(row.errorKind()).isEqualTo(ErrorKind.UNSUPPORTED_AUDIO);
    assertThat(row.errorMessage()).isEqualTo("The model main does not know de-DE.");
  }

  private Report run(Map<String, FileChoice> choices, Map<String, String> refused)
      throws IOException {
    TranscriptionSettings settings =
        Jobs.identifying(
            folder.resolve("out"), SpokenLanguage.single(List.of("ko-KR", "en-US")), List.of());
    RunSettings run = settings.run();
    Jobs.run(
        new TranscriptionSettings(
            new RunSettings(
                run.id(),
                run.output(),
                run.formats(),
                run.form(),
                run.overwrite(),
                run.threads(),
                run.selection(),
                run.bounds(),
                new FileChoices(choices, refused)),
            settings.results()),
        one,
        two);
    try (InputStream json = Files.newInputStream(folder.resolve("out/report.json"))) {
      return ReportFiles.read(json);
    }
  }

  private static Map<String, FileStatus> statuses(Report report) {
    return report.details().stream()
        .collect(Collectors.toMap(FileReport::source, FileReport::status));
  }
}
