// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechDetectorTest {
  private static SpeechDetector detector;

  @BeforeAll
  static void load() throws IOException {
    detector = RealSpeech.detector();
  }

  @AfterAll
  static void close() {
    if (detector != null) {
      detector.close();
    }
  }

  @Test
  void agreesWithTheModelForSingleWindows() throws Exception {
    float[] samples = RealSpeech.korean();
    float[] expected = WindowModel.probabilities(RealSpeech.modelFolder(), samples);
    float[] actual = detector.probabilities(samples, 1);
    assertThat(actual).hasSize((samples.length + 511) / 512);
    assertThat(Arrays.copyOf(actual, expected.length)).containsExactly(expected, within(1e-4f));
  }

  @Test
  void stepsLeaveNoTrace() throws SpeechException {
    float[] samples = RealSpeech.korean();
    float[] whole = detector.probabilities(samples);
    for (int windows : new int[] {1, 100, SpeechDetector.STEP, SpeechDetector.STEP + 1, 700}) {
      float[] part = detector.probabilities(Arrays.copyOf(samples, windows * 512));
      assertThat(part).containsExactly(Arrays.copyOf(whole, windows), within(1e-5f));
    }
  }

  @Test
  void threadsShareOneDetectorAndGetTheSameBits() throws Exception {
    float[] samples = RealSpeech.korean();
    float[] expected = detector.probabilities(samples);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<float[]> call = () -> detector.probabilities(samples);
      List<Future<float[]>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(call));
      }
      for (Future<float[]> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hearsTheSameSpeechFarBelowFullScale() throws SpeechException {
    float[] samples = RealSpeech.korean();
    double loud = speechSeconds(samples);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.round(samples[i] / 200); // from -19 to -65 dBFS
    }
    assertThat(speechSeconds(samples)).isCloseTo(loud, within(0.05 * loud));
  }

  @Test
  void hearsNoSpeechInNoiseTonesOrSilence() throws SpeechException {
    Random random = new Random(5);
    assertThat(speechSeconds(signal(i -> 0))).isZero();
    assertThat(speechSeconds(signal(i -> Math.rint(0.7 * random.nextGaussian())))).isZero();
    assertThat(speechSeconds(signal(i -> 300 * random.nextGaussian()))).isZero();
    assertThat(speechSeconds(signal(i -> 6000 * random.nextGaussian()))).isZero();
    assertThat(speechSeconds(signal(i -> 3000 * sine(i, 440)))).isZero();
    assertThat(speechSeconds(signal(i -> 9000 * Math.signum(sine(i, 50))))).isZero();
    assertThat(speechSeconds(signal(i -> i % 96_000 < 32_000 ? 5000 * ring(i) : 0))).isZero();
    assertThat(speechSeconds(signal(i -> i % 3200 < 1600 ? 5000 * key(i) : 0))).isZero();
  }

  @Test
  void samplesThatAreNoNumbersDoNoHarm() throws SpeechException {
    float[] samples = new float[5000];
    samples[1000] = Float.NaN;
    assertThat(detector.probabilities(samples)).hasSize(10);
    assertThat(detector.probabilities(new float[0])).isEmpty();
  }

  @Test
  void saysWhatIsMissingOrBroken(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> new SpeechDetector(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(SpeechDetector.FILE);
    Path broken = Files.writeString(folder.resolve(SpeechDetector.FILE), "no model");
    assertThatThrownBy(() -> new SpeechDetector(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(broken.toString());
    Path other = RealSpeech.modelFolder().resolve("silero_vad.onnx");
    assertThatThrownBy(() -> new SpeechDetector(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not the model");
  }

  private static double speechSeconds(float[] samples) throws SpeechException {
    SampleRange all = new SampleRange(0, samples.length);
    return new SegmentCutter(ActivityOptions.DEFAULT)
        .cut(all, samples, detector.probabilities(samples)).stream()
            .mapToDouble(SampleRange::seconds)
            .sum();
  }

  /** Half a minute. */
  private static float[] signal(IntToDoubleFunction wave) {
    float[] samples = new float[30 * SampleRange.RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) wave.applyAsDouble(i);
    }
    return samples;
  }

  private static double ring(int i) {
    return sine(i, 440) + sine(i, 480);
  }

  private static double key(int i) {
    return sine(i, 697) + sine(i, 1209);
  }

  private static double sine(int i, double hertz) {
    return Math.sin(2 * Math.PI * hertz * i / SampleRange.RATE);
  }
}
