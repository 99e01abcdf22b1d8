// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.output.FailedRows;
import io.beamscribe.transforms.output.FailureGate;
import io.beamscribe.transforms.settings.FailureBound;
import io.beamscribe.transforms.settings.RunBounds;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end early: by a number of files, by hours of audio, by failures. */
class BoundedRunsTest {
  @TempDir Path folder;
  private Path inbox;

  @BeforeEach
  void createInbox() throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
  }

  @Test
  void eachRunTakesTheFirstFilesByNameThatAreNotFinished() throws Exception {
    tone("c.wav", 3);
    tone("a.wav", 1);
    tone("b.wav", 2);
    Files.writeString(inbox.resolve("0 notes.txt"), "no audio, and the first by name");

    assertThat(done(run(RunBounds.files(2)))).containsExactly("a.wav", "b.wav");
    Report second = run(RunBounds.files(2));

    assertThat(done(second)).containsExactly("c.wav");
    assertThat(second.counts()).containsEntry(FileStatus.SKIPPED, 2);
    assertThat(second.notStartedFiles()).isZero();
    assertThat(second.ignoredFiles()).isEqualTo(1);
  }

  @Test
  void hoursOfAudioAreALimitTooButOneFileIsTakenAtLeast() throws Exception {
    tone("a.wav", 2);
    tone("b.wav", 2);
    tone("c.wav", 2);

    Report first = run(RunBounds.audio(5));

    assertThat(done(first)).containsExactly("a.wav", "b.wav");
    assertThat(first.notStartedFiles()).isEqualTo(1);
    assertThat(done(run(RunBounds.audio(1)))).containsExactly("c.wav");
  }

  @Test
  void copiesOfFinishedFilesDoNotCountAndFilesThatFailedComeLast() throws Exception {
    tone("a.wav", 1);
    Files.writeString(inbox.resolve("b.wav"), "no audio");
    tone("c.wav", 1);

    Report first = run(RunBounds.files(2));
    assertThat(done(first)).containsExactly("a.wav");
    assertThat(first.counts()).containsEntry(FileStatus.FAILED, 1);
    byte[] same = Files.readAllBytes(inbox.resolve("a.wav"));
    Files.delete(inbox.resolve("a.wav"));
    Files.write(inbox.resolve("a.wav"), same);

    Report second = run(RunBounds.files(1).withLast(Set.of("b.wav")));

    assertThat(done(second)).containsExactly("c.wav");
    assertThat(second.counts()).containsEntry(FileStatus.SKIPPED, 1);
    assertThat(second.notStartedFiles()).isEqualTo(1);
  }

  @Test
  void noFileIsBegunOnceTooManyHaveFailed() throws Exception {
    for (int i = 0; i < 40; i++) {
      // The largest come first.
      Files.writeString(inbox.resolve(i + ".wav"), "no audio".repeat(100_000));
    }
    for (int i = 40; i < 60; i++) {
      tone(i + ".wav", 1);
    }

    Report report = run(failures(FailureBound.files(3)));

    int failed = report.counts().get(FileStatus.FAILED);
    assertThat(failed).isBetween(4, 30);
    assertThat(report.details().size() + report.notStartedFiles()).isEqualTo(60);
    assertThat(done(report)).isEmpty();
    assertThat(run(failures(FailureBound.share(0.7))).counts())
        .containsEntry(FileStatus.FAILED, 40)
        .containsEntry(FileStatus.SUCCEEDED, 20);
  }

  /** A file of many blocks is one, whichever of them fail. */
  @Test
  void blocksOfAFileThatFailAreOneFailure() throws Exception {
    TranscriptionSettings settings = settings(failures(FailureBound.files(1))).ofNewRun();
    FailedRows failed = new FailedRows(settings);
    try (Lease<FailureGate> gate = FailureGate.lease(settings.run())) {
      for (int block = 0; block < 3; block++) {
        failed.keep(failure("long.wav"));
      }
      assertThat(gate.value().isShut()).isFalse();

      failed.keep(failure("other.wav"));
      assertThat(gate.value().isShut()).isTrue();
    }
  }

  private static FileReport failure(String name) {
    return Failures.of(
        name, name, new SpeechException(ErrorKind.INVALID_AUDIO, "The audio is damaged."));
  }

  private static RunBounds failures(FailureBound bound) {
    return RunBounds.NONE.withFailures(bound);
  }

  private TranscriptionSettings settings(RunBounds bounds) {
    return Jobs.identifying(
            folder.resolve("out"), SpokenLanguage.single(List.of("ko-KR", "en-US")), List.of())
        .withBounds(bounds);
  }

  private Report run(RunBounds bounds) throws IOException {
    Jobs.run(settings(bounds), inbox);
    try (InputStream json = Files.newInputStream(folder.resolve("out/report.json"))) {
      return ReportFiles.read(json);
    }
  }

  private static List<String> done(Report report) {
    return report.details().stream()
        .filter(row -> row.status() == FileStatus.SUCCEEDED)
        .map(FileReport::source)
        .toList();
  }

  private void tone(String name, int seconds) throws IOException {
    Tones.write(inbox.resolve(name), seconds);
  }
}
