// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BandwidthTest {
  private static final int FRAMES = 100;

  /** Tones up to a frequency. */
  private static float[] upTo(int hertz) {
    float[] samples = new float[FRAMES * Frames.HOP];
    Random random = new Random(1);
    for (int tone = 300; tone < hertz; tone += 50) {
      double phase = 2 * Math.PI * random.nextDouble();
      for (int i = 0; i < samples.length; i++) {
        samples[i] += (float) (100 * Math.sin(phase + 2 * Math.PI * tone * i / 16_000));
      }
    }
    return samples;
  }

  private static float[] speech(float probability) {
    float[] speech = new float[FRAMES];
    Arrays.fill(speech, probability);
    return speech;
  }

  @Test
  void speechThatEndsBelowFourKilohertzCameOverATelephone() {
    assertThat(Bandwidth.isTelephone(upTo(3400), speech(1))).isTrue();
    assertThat(Bandwidth.isTelephone(upTo(7000), speech(1))).isFalse();
  }

  @Test
  void nothingIsKnownWithoutSpeech() {
    assertThat(Bandwidth.isTelephone(upTo(3400), speech(0))).isFalse();
  }
}
