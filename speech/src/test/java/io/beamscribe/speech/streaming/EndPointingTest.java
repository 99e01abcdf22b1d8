// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndPointingTest {
  @Test
  void aLongUtteranceEndsAtAShorterPause() {
    EndPointing ends = EndPointing.DEFAULT;
    assertThat(ends.silenceAfter(Duration.ofSeconds(5))).hasMillis(500);
    assertThat(ends.silenceAfter(Duration.ofSeconds(10))).hasMillis(350);
    assertThat(ends.silenceAfter(Duration.ofSeconds(15))).hasMillis(200);
    assertThat(ends.silenceAfter(Duration.ofSeconds(27))).hasMillis(200);
  }

  @Test
  void aSilenceThatWasAskedForStays() {
    EndPointing ends = EndPointing.DEFAULT.withSilence(Duration.ofMillis(800));
    assertThat(ends.silenceAfter(Duration.ofSeconds(20))).hasMillis(800);
    assertThat(EndPointing.DEFAULT.unhurried().silenceAfter(Duration.ofSeconds(20))).hasMillis(500);
  }
}
