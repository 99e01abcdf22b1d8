// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActivityOptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void thresholdsMustBeProbabilitiesInOrder() {
    for (double[] bad : new double[][] {{0.2, 0.3}, {0, 0}, {1, 0.5}, {Double.NaN, 0.1}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> options(bad[0], bad[1], SECOND, Duration.ZERO, SECOND))
          .withMessageContaining("onset");
    }
  }

  @Test
  void paddingMustNotReachIntoTheNextSegment() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(0.5, 0.3, SECOND, Duration.ofMillis(501), SECOND))
        .withMessageContaining("twice the padding");
    assertThat(options(0.5, 0.3, SECOND, Duration.ofMillis(500), SECOND)).isNotNull();
  }

  @Test
  void segmentsMustHaveRoomForACut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(0.5, 0.3, SECOND, Duration.ZERO, Duration.ofMillis(999)))
        .withMessageContaining("longest");
  }

  private static ActivityOptions options(
      double onset, double offset, Duration pause, Duration padding, Duration longest) {
    return new ActivityOptions(onset, offset, Duration.ZERO, pause, padding, longest);
  }
}
