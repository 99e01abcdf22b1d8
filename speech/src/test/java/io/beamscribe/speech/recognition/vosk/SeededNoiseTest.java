// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeededNoiseTest {
  private static final int COUNT = 200_000;

  @Test
  void hasTheDeviationThatIsAskedForAndNoMean() {
    float[] noise = noise(0, 0, COUNT, 1.5f);
    assertThat(product(noise, noise, 0)).isCloseTo(1.5 * 1.5, within(0.02));
    double mean = 0;
    for (float value : noise) {
      mean += value / COUNT;
    }
    assertThat(mean).isCloseTo(0, within(0.02));
  }

  @Test
  void isWhite() {
    float[] noise = noise(0, 1L << 33, COUNT, 1);
    for (int lag : new int[] {1, 2, 3, 7, 16, 160, 400}) {
      assertThat(product(noise, noise, lag)).as("lag " + lag).isCloseTo(0, within(0.02));
    }
  }

  @Test
  void dependsOnThePositionAndNotOnTheCut() {
    float[] whole = noise(1, 160_000, 1000, 1);
    float[] tail = noise(1, 160_250, 750, 1);
    for (int i = 0; i < tail.length; i++) {
      assertThat(tail[i]).isEqualTo(whole[250 + i]);
    }
  }

  @Test
  void differsBetweenChannels() {
    assertThat(product(noise(0, 0, COUNT, 1), noise(1, 0, COUNT, 1), 0)).isCloseTo(0, within(0.02));
  }

  @Test
  void isAddedToTheFirstSamplesOnly() {
    float[] samples = {100, 100, 100};
    new SeededNoise(0, 1).addTo(samples, 2, 0);
    assertThat(samples[0]).isNotEqualTo(100f).isCloseTo(100, within(4f));
    assertThat(samples[2]).isEqualTo(100f);
  }

  private static float[] noise(int channel, long position, int count, float deviation) {
    float[] samples = new float[count];
    new SeededNoise(channel, deviation).addTo(samples, count, position);
    return samples;
  }

  /** Mean product of two signals, the second one shifted. */
  private static double product(float[] a, float[] b, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < a.length; i++) {
      sum += a[i] * b[i + lag];
    }
    return sum / (a.length - lag);
  }
}
