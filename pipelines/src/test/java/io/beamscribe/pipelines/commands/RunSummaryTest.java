// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.Totals;
import io.beamscribe.speech.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
  @Test
  void saysWhatBecameOfTheRun() {
    List<FileReport> rows =
        List.of(done("a.wav"), done("b.wav"), row("c.wav", FileStatus.SKIPPED, null));
    Report report = new Report("vosk-small-ko", "ko-KR", 3, rows, totals(3, 7200, 754));

    assertThat(RunSummary.text(report, "it is the catalogue's choice for ko-KR", "out"))
        .isEqualTo(
            """
              Files   2 transcribed, 1 done before, 3 ignored as not audio
              Audio   2.0 h, 9.5 x real time, 4.8 x on a thread
              Time    12 min 34 s
              Model   vosk-small-ko (it is the catalogue's choice for ko-KR)
              Output  out
            """);
  }

  @Test
  void failuresLineUpWhateverTheirNames() {
    List<FileReport> rows =
        List.of(
            failed("a.wav", ErrorKind.INVALID_AUDIO),
            failed("한국어 음성.wav", ErrorKind.CRASH),
            failed("📞 call.wav", ErrorKind.TIMEOUT),
            failed("e\u0301.wav", ErrorKind.CRASH));
    Report report = new Report("m", "ko-KR", 0, rows, totals(4, 0, 3));

    assertThat(RunSummary.text(report, "why", "out"))
        .isEqualTo(
            """
              Files   0 transcribed, 4 failed
              Time    3 s
              Model   m (why)
              Output  out

            4 files failed:
              InvalidAudio  a.wav            It broke.
              Crash         한국어 음성.wav  It broke.
              Timeout       📞 call.wav      It broke.
              Crash         e\u0301.wav            It broke.
            """);
  }

  @Test
  void longListsAreCutAndNamesCannotPlayTricks() {
    List<FileReport> rows = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      rows.add(failed("\u001b[31m" + "음".repeat(100) + i, ErrorKind.INTERNAL));
    }
    Report report = new Report("m", "ko-KR", 0, rows, totals(23, 0, 3));

    assertThat(RunSummary.text(report, "why", "out").lines())
        .hasSize(5 + 1 + 20 + 1)
        .noneMatch(line -> line.contains("\u001b"))
        .allMatch(line -> TextWidth.of(line) < 100)
        .last()
        .isEqualTo("  and 3 more, see out/report.html");
  }

  private static Totals totals(int files, double audio, double wall) {
    return new Totals(files, audio, audio, wall, audio / wall, 2 * wall, 1);
  }

  private static FileReport done(String name) {
    return row(name, FileStatus.SUCCEEDED, null);
  }

  private static FileReport failed(String name, ErrorKind kind) {
    return row(name, FileStatus.FAILED, kind);
  }

  private static FileReport row(String name, FileStatus status, ErrorKind kind) {
    String message = kind == null ? null : "It broke.";
    return new FileReport(
        name, name, status, kind, message, 1, 1, 1, 1, Double.NaN, 0, null, null, null);
  }
}
