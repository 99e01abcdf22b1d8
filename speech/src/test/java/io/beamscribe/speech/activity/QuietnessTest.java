// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuietnessTest {
  @Test
  void prefersTheLongerOfTwoPauses() {
    float[] probabilities = filled(200, 1);
    Arrays.fill(probabilities, 90, 94, 0);
    Arrays.fill(probabilities, 120, 128, 0);
    assertThat(quietest(new float[200 * WINDOW], probabilities)).isEqualTo(124 * WINDOW);
  }

  @Test
  void prefersAPauseUnderNoiseToAQuietWord() {
    float[] probabilities = filled(200, 1);
    Arrays.fill(probabilities, 90, 106, 0);
    float[] samples = filled(200 * WINDOW, 1000);
    Arrays.fill(samples, 120 * WINDOW, 136 * WINDOW, 100);
    assertThat(quietest(samples, probabilities)).isEqualTo(98 * WINDOW);
  }

  @Test
  void prefersTheMiddleWhereAllIsAlike() {
    assertThat(quietest(new float[200 * WINDOW], new float[200])).isEqualTo(100 * WINDOW);
  }

  private static int quietest(float[] samples, float[] probabilities) {
    return new Quietness(samples, probabilities).quietest(50 * WINDOW, 150 * WINDOW);
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }
}
