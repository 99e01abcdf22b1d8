// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.quality.Quality;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.Totals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityGateTest {
  @Test
  void runsBelowTheBoundDoNotPass() throws UsageException {
    Report report = report(0.123, 0.9);
    assertThat(QualityGate.of("90%").refusal(report))
        .contains("The expected accuracy is 87.7 %, below the 90.0 % of --failBelow.");
    assertThat(QualityGate.of("87.7%").refusal(report)).isEmpty();
    assertThat(QualityGate.of(null).refusal(report)).isEmpty();
  }

  @Test
  void runsThatTranscribeNothingPass() throws UsageException {
    Report nothing = new Report("m", "ko-KR", 0, List.of(), new Totals(0, 0, 0, 1, 0, 0, 0));
    assertThat(QualityGate.of("100%").refusal(nothing)).isEmpty();
  }

  @Test
  void theBoundIsAPercentage() {
    for (String text : List.of("0%", "101%", "0.9", "-1%", "90", "much")) {
      assertThatThrownBy(() -> QualityGate.of(text))
          .isInstanceOf(UsageException.class)
          .hasMessage("--failBelow must be a share of right words, as in 85%, not '" + text + "'.");
    }
  }

  private static Report report(double errors, double confidence) {
    FileReport row =
        new FileReport(
            "a.wav",
            "a.wav",
            FileStatus.SUCCEEDED,
            null,
            null,
            1,
            1000,
            1000,
            1,
            confidence,
            10,
            "ko-KR",
            null,
            null,
            null,
            new Quality(errors, Map.of()));
    return new Report("m", "ko-KR", 0, List.of(row), new Totals(1, 1, 1, 1, 1, 1, 1));
  }
}
