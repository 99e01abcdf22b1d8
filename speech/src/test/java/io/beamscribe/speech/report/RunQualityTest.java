// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.quality.Quality;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is to be expected of runs, in their reports. */
class RunQualityTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:03:04Z");

  private final FileReport short1 = estimated("a.wav", 10_000, 0.3, Map.of("contoso", 2));
  private final FileReport long1 = estimated("b.wav", 30_000, 0.1, Map.of("contoso", 1, "<b>", 1));

  @Test
  void filesCountByTheirWords() {
    RunQuality run =
        RunQuality.of(
                List.of(short1, Reports.skipped("s.wav"), long1, Reports.succeeded("n", 1, 1)),
                "m",
                NOW)
            .orElseThrow();

    assertThat(run.files()).isEqualTo(2);
    assertThat(run.words()).isEqualTo(80);
    assertThat(run.expectedAccuracy()).isCloseTo(0.85, within(1e-9));
    assertThat(run.time()).isEqualTo("2026-03-01T02:03:04Z");
    assertThat(RunQuality.of(List.of(Reports.skipped("s.wav")), "m", NOW)).isEmpty();
  }

  @Test
  void reportsKnowTheRunsBeforeAndShowWhatChanged() throws Exception {
    RunQuality before = new RunQuality("2026-02-28T02:03:04Z", "m", 3, 100, 0.1, 0.9);
    RunQuality now = RunQuality.of(List.of(short1, long1), "m", NOW).orElseThrow();
    Report report = with(List.of(before, now), short1, long1);

    byte[] json = Reports.json(report);
    assertThat(ReportFiles.history(new ByteArrayInputStream(json))).containsExactly(before, now);
    Report read = ReportFiles.read(new ByteArrayInputStream(json));
    assertThat(read.history()).isEqualTo(report.history());
    assertThat(read.details()).containsExactly(short1, long1);
    assertThat(new String(ReportFiles.html(report), UTF_8))
        .contains("-5.0 points to the run before", "<bdi>contoso</bdi> <b>3</b>", "&lt;b&gt;")
        .contains("Expected accuracy</span><span class=\"value\">85");
    assertThat(new String(ReportFiles.html(Reports.of(Reports.skipped("s.wav"))), UTF_8))
        .doesNotContain("Expected accuracy", "Words to teach");
  }

  @Test
  void theOldestRunsAreForgotten() {
    List<RunQuality> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(new RunQuality("t" + i, "m", 1, 1, 0.1, 0.9));
    }
    assertThat(with(many).history()).hasSize(Report.MOST_RUNS).endsWith(many.get(39));
  }

  private static Report with(List<RunQuality> history, FileReport... files) {
    Report plain = Reports.of(files);
    return new Report(
        plain.model(), plain.locale(), 0, 0, plain.details(), plain.totals(), null, history);
  }

  private static FileReport estimated(
      String source, long milliseconds, double errors, Map<String, Integer> words) {
    FileReport plain = Reports.succeeded(source, milliseconds, 0.9);
    return new FileReport(
        plain.source(),
        plain.sourceUrl(),
        plain.status(),
        null,
        null,
        plain.sizeBytes(),
        plain.durationMilliseconds(),
        plain.speechMilliseconds(),
        1,
        plain.confidence(),
        plain.words(),
        plain.locale(),
        plain.audio(),
        null,
        null,
        new Quality(errors, words));
  }
}
