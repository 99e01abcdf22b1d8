// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration LIMIT = Duration.ofSeconds(100);

  @Test
  void aProcessThatGetsLittleOfTheMachineIsWaitedFor() {
    assertThat(Patience.isStarved(Duration.ofSeconds(7), LIMIT)).isTrue();
    assertThat(Patience.isStarved(Duration.ofSeconds(45), LIMIT)).isTrue();
  }

  @Test
  void aProcessThatDoesNothingOrTakesAllIsNot() {
    assertThat(Patience.isStarved(Duration.ofSeconds(1), LIMIT)).isFalse();
    assertThat(Patience.isStarved(Duration.ofSeconds(99), LIMIT)).isFalse();
    assertThat(Patience.isStarved(Duration.ofSeconds(190), LIMIT)).isFalse();
  }
}
