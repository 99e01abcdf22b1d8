// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Sounds;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.Wav;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
  private static final double AMPLITUDE = 0.5;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 12_345})
  void keepsATone(int rate) throws Exception {
    float[] tone = middle(resample(1000, rate));
    double[] fit = fit(tone, 1000);
    assertThat(20 * Math.log10(fit[0] / (AMPLITUDE * 32768))).isCloseTo(0, within(0.1));
    assertThat(20 * Math.log10(fit[0] / Math.sqrt(2) / fit[1])).isGreaterThan(80);
  }

  @Test
  void removesWhatWouldAlias() throws Exception {
    for (double hertz : new double[] {8_200, 10_000, 15_000, 20_000}) {
      assertThat(decibels(middle(resample(hertz, 48_000)))).isLessThan(-80);
    }
    assertThat(decibels(middle(resample(10_000, 44_100)))).isLessThan(-80);
  }

  @Test
  void keepsTheBandOfSpeech() throws Exception {
    for (double hertz : new double[] {100, 3_400, 6_000, 7_000}) {
      double[] fit = fit(middle(resample(hertz, 48_000)), hertz);
      assertThat(20 * Math.log10(fit[0] / (AMPLITUDE * 32768))).isCloseTo(0, within(0.1));
    }
  }

  /** A tone of 3 kHz at 8 kHz has an image at 5 kHz. */
  @Test
  void removesImages() throws Exception {
    float[] tone = middle(resample(3_000, 8_000));
    assertThat(20 * Math.log10(fit(tone, 5_000)[0] / 32768)).isLessThan(-80);
    assertThat(20 * Math.log10(fit(tone, 3_000)[0] / (AMPLITUDE * 32768)))
        .isCloseTo(0, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 44_100, 48_000, 11_025, 12_345})
  void givesTheSameSamplesInPiecesAsAtOnce(int rate) throws Exception {
    short[] noise = Sounds.babble(3, rate, 9.7, 20_000);
    Path file = Files.write(folder.resolve("a.wav"), Wav.pcm16(new short[][] {noise}, rate));
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      Track track = profile.tracks().get(0);
      float[] all = audio.read(track, new SampleRange(0, profile.samples()));
      assertThat(all).hasSize((int) Math.ceil(noise.length * 16_000.0 / rate));
      Random random = new Random(rate);
      int at = 0;
      while (at < all.length) {
        int end = Math.min(all.length, at + 1 + random.nextInt(60_000));
        float[] piece = audio.read(track, new SampleRange(at, end));
        for (int i = at; i < end; i++) {
          assertThat(piece[i - at]).isEqualTo(all[i]);
        }
        at = end;
      }
      assertThat(audio.read(track, new SampleRange(all.length, all.length + 5))).isEmpty();
    }
  }

  private float[] resample(double hertz, int rate) throws Exception {
    int count = rate * 2;
    java.nio.ByteBuffer data = Wav.little(count * 4);
    for (int i = 0; i < count; i++) {
      data.putFloat((float) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / rate)));
    }
    byte[] content = Wav.riff(Wav.fmt(3, 1, rate, 32), Wav.chunk("data", Wav.bytes(data)));
    Path file = Files.write(folder.resolve("tone.wav"), content);
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      Track track = new Track(0, java.util.List.of(1.0));
      return audio.read(track, new SampleRange(0, 32_000));
    }
  }

  /** Without the half seconds in which the filter settles. */
  private static float[] middle(float[] samples) {
    return java.util.Arrays.copyOfRange(samples, 8_000, 24_000);
  }

  /** Amplitude of a tone (one second of whole periods), and the RMS of everything else. */
  private static double[] fit(float[] samples, double hertz) {
    double sine = 0;
    double cosine = 0;
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * hertz * i / 16_000;
      sine += samples[i] * Math.sin(phase) * 2 / samples.length;
      cosine += samples[i] * Math.cos(phase) * 2 / samples.length;
    }
    double rest = 0;
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * hertz * i / 16_000;
      rest += Math.pow(samples[i] - sine * Math.sin(phase) - cosine * Math.cos(phase), 2);
    }
    return new double[] {Math.hypot(sine, cosine), Math.sqrt(rest / samples.length)};
  }

  private static double decibels(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * sample;
    }
    return 20 * Math.log10(Math.sqrt(sum / samples.length) / 32768 + 1e-12);
  }
}
