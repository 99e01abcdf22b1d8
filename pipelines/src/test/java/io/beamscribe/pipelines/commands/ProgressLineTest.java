// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.job.JobProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {
  private static final JobProgress HALFWAY = new JobProgress(340, 10, 2, 5, 36_000, 18_000);

  @Test
  void saysFilesAudioSpeedAndTimeLeft() {
    assertThat(ProgressLine.text(HALFWAY, Duration.ofMinutes(30)))
        .isEqualTo("17 of 340 files, 2 failed, 5.0 h of 10.0 h, 10.0 x real time, 30 min 0 s left");
  }

  @Test
  void saysNothingThatIsNotKnownYet() {
    assertThat(ProgressLine.text(new JobProgress(0, 0, 0, 0, 0, 0), Duration.ZERO))
        .isEqualTo("0 of 0 files");
    assertThat(ProgressLine.text(new JobProgress(1, 0, 0, 0, 60, 0), Duration.ofSeconds(2)))
        .isEqualTo("0 of 1 file, 0 s of 1.0 min");
    assertThat(ProgressLine.text(new JobProgress(1, 1, 0, 0, 60, 60), Duration.ofSeconds(2)))
        .isEqualTo("1 of 1 file, 1.0 min of 1.0 min, 30.0 x real time");
  }

  @Test
  void aBarGoesByAudio() {
    assertThat(ProgressLine.bar(HALFWAY, Duration.ofMinutes(30), 120))
        .startsWith("[########........] 17 of 340 files");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 40, 79, 80, 200})
  void fillsTheLineAndNeverMore(int width) {
    assertThat(ProgressLine.bar(HALFWAY, Duration.ofMinutes(30), width)).hasSize(width);
  }
}
