// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.speakers.block.BlockVoices.Copy;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedSoundTest {
  private static final int SECOND = 16_000;
  private static final int LENGTH = 4 * SECOND;
  private static final long START = 77 * SECOND;

  /** Noise in syllables, as speech is; on a line with some noise. */
  private static float[] speech(int seed) {
    Random random = new Random(seed);
    float[] samples = new float[LENGTH];
    double level = 0;
    double slow = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (i % 2400 == 0) {
        level = random.nextDouble() * 3000;
      }
      slow = .9 * slow + random.nextGaussian();
      samples[i] = (float) (level * slow / 2 + 5 * random.nextGaussian());
    }
    return samples;
  }

  private static float[] with(float[] samples, float[] other, double decibels, int delay) {
    float[] both = samples.clone();
    for (int i = delay; i < LENGTH; i++) {
      both[i] += (float) (Math.pow(10, decibels / 20) * other[i - delay]);
    }
    return both;
  }

  /** What of the second channel is in the first, from one second to three. */
  private static Copy copy(float[] first, float[] second) {
    SpeechChunk chunk = new SpeechChunk(START + SECOND, START + 3 * SECOND, 0, 2, null, 0);
    List<BlockVoices> noted =
        SharedSound.noted(
            List.of(
                new BlockVoices(0, List.of(chunk), List.of(), List.of()),
                new BlockVoices(1, List.of(), List.of(), List.of())),
            List.of(LowSound.of(first), LowSound.of(second)),
            START);
    return noted.get(0).stretches().get(0).copy();
  }

  @Test
  void anEchoIsFoundAtAnyDelayAndLevel() {
    float[] said = speech(1);
    float[] silence = new float[LENGTH];
    for (int delay : new int[] {0, 320, 2880, 6400}) {
      for (int decibels : new int[] {-15, -30, 0}) {
        Copy copy = copy(with(silence, said, decibels, delay), said);
        assertThat(copy.channel()).isEqualTo(1);
        assertThat(copy.likeness()).isGreaterThan(.9);
        assertThat(10 * Math.log10(copy.louder())).isCloseTo(-decibels, within(.5));
      }
    }
  }

  @Test
  void whatAnotherSaysAtTheSameTimeIsNotTheSame() {
    for (int seed = 1; seed < 20; seed += 2) {
      assertThat(copy(speech(seed), speech(seed + 1)).likeness()).isLessThan(.15);
    }
  }

  @Test
  void ownSpeechOverAnEchoIsOwn() {
    float[] other = speech(2);
    Copy copy = copy(with(speech(1), other, -20, 1600), other);
    assertThat(copy.likeness()).isLessThan(.3);
  }

  @Test
  void nothingIsLikeSilence() {
    assertThat(copy(speech(1), new float[LENGTH])).isEqualTo(new Copy(0, 0, 0));
  }
}
