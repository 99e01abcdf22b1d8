// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A minute of audio: loud speech, faint speech that the detectors hardly hear, and noise. */
class LevelOddsTest {
  private static final int SECOND = 16_000;
  private static final int LOUD = 10;
  private static final int FAINT = 30;
  private static final int NOISE = 50;

  @Test
  void faintSpeechStandsOutOfSteadyNoise() {
    LevelOdds odds = odds(second -> second < 20 ? 3000 : second < 40 ? 160 : 90);
    assertThat(odds.of(frame(FAINT))).isGreaterThan(.2);
    assertThat(odds.of(frame(NOISE))).isLessThan(-1);
    assertThat(odds.of(frame(LOUD))).isGreaterThan(.8);
  }

  /** Six decibels above the noise, where no detector hears anything. */
  @Test
  void soundAboveSteadyNoiseSpeaksForSpeechThoughNoDetectorHearsIt() {
    Random random = new Random(3);
    double[] steady = new double[60];
    double[] varying = new double[60];
    for (int second = 0; second < 60; second++) {
      double sound = second < 20 ? 3000 : second == FAINT ? 160 : 80;
      steady[second] = sound;
      varying[second] = second > FAINT ? sound * Math.pow(10, -.5 * random.nextDouble()) : sound;
    }
    double inSteady = odds(second -> steady[second], .01f).of(frame(FAINT));
    assertThat(inSteady).isGreaterThan(.5);
    assertThat(odds(second -> varying[second], .01f).of(frame(FAINT))).isLessThan(inSteady - .5);
  }

  @Test
  void whereNoiseIsOfAnyLevelItsLevelSaysLittle() {
    Random random = new Random(7);
    LevelOdds odds =
        odds(second -> second < 20 ? 3000 : 30 * Math.pow(10, 1.5 * random.nextDouble()));
    assertThat(odds.of(frame(FAINT))).isBetween(-2.0, .5);
    assertThat(odds.of(frame(NOISE))).isBetween(-2.0, .5);
  }

  @Test
  void silenceIsNoSpeechAndWithoutNoiseLevelsSayNothing() {
    assertThat(new LevelOdds(new float[SECOND], new float[59]).of(30)).isBetween(-1.2, 0.0);
    float[] speech = new float[59];
    Arrays.fill(speech, .99f);
    assertThat(new LevelOdds(samples(1, second -> 3000), speech).of(30)).isBetween(-.1, .1);
  }

  private static LevelOdds odds(IntToDoubleFunction amplitude) {
    return odds(amplitude, .08f);
  }

  private static LevelOdds odds(IntToDoubleFunction amplitude, float faint) {
    float[] speech = new float[frame(60)];
    for (int frame = 0; frame < speech.length; frame++) {
      int second = Frames.middle(frame) / SECOND;
      speech[frame] = second < 20 ? .98f : second < 40 ? faint : .01f;
    }
    return new LevelOdds(samples(60, amplitude), speech);
  }

  private static float[] samples(int seconds, IntToDoubleFunction amplitudes) {
    Random random = new Random(1);
    float[] samples = new float[seconds * SECOND];
    for (int second = 0; second < seconds; second++) {
      double amplitude = amplitudes.applyAsDouble(second);
      for (int i = 0; i < SECOND; i++) {
        samples[second * SECOND + i] = (float) (amplitude * random.nextGaussian());
      }
    }
    return samples;
  }

  private static int frame(int second) {
    return Frames.at(second * SECOND);
  }
}
