// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.audio.Sounds;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.SampleFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelPolicyTest {
  private static final int RATE = 16_000;
  private static final short[] SPEECH = Sounds.babble(1, RATE, 30, 20_000);
  private static final short[] OTHER = Sounds.babble(2, RATE, 30, 20_000);

  @Test
  void splitsTwoTelephones() {
    for (double leak : new double[] {0, 0.03, 0.1}) {
      short[] a = new short[SPEECH.length];
      short[] b = new short[SPEECH.length];
      for (int i = 0; i < a.length; i++) {
        boolean first = i / RATE % 7 < 4; // they take turns
        short mine = first ? SPEECH[i] : 0;
        short yours = first ? 0 : OTHER[i];
        a[i] = (short) (mine + leak * yours);
        b[i] = (short) (leak * mine + yours);
      }
      assertPolicy(decide(a, b), "split", weights(1, 0), weights(0, 1));
      assertPolicy(decide(a, gain(b, 0.1)), "split", weights(1, 0), weights(0, 1));
      assertPolicy(decide(noisy(a, 30), noisy(b, 90)), "split", weights(1, 0), weights(0, 1));
    }
  }

  @Test
  void splitsTwoWhoSpeakAtOnce() {
    assertPolicy(decide(SPEECH, OTHER), "split", weights(1, 0), weights(0, 1));
  }

  @Test
  void takesOneOfTwoEqualChannels() {
    assertPolicy(decide(SPEECH, SPEECH), "dualMono", weights(1, 0));
    assertPolicy(decide(gain(SPEECH, 0.3), SPEECH), "dualMono", weights(0, 1));
    assertPolicy(
        decide(noisy(SPEECH, 20), noisy(gain(SPEECH, 0.5), 20)), "dualMono", weights(1, 0));
    for (int delay : new int[] {3, 80, 300}) {
      assertThat(decide(delayed(SPEECH, delay), SPEECH).tracks()).hasSize(1);
    }
  }

  @Test
  void neverLetsChannelsCancel() {
    assertPolicy(decide(SPEECH, gain(SPEECH, -1)), "antiPhase", weights(1, 0));
    short[] room = gain(OTHER, 0.4);
    short[] left = sum(SPEECH, room);
    short[] right = sum(gain(SPEECH, -0.8), room);
    ChannelPolicy partly = decide(left, right);
    assertThat(partly.layout()).isEqualTo("antiPhase");
    assertThat(partly.tracks().get(0).weights()).containsExactly(0.5, -0.5);
  }

  @Test
  void leavesOutASilentChannel() {
    short[] silence = new short[SPEECH.length];
    assertPolicy(decide(SPEECH, silence), "mono", weights(1, 0));
    assertPolicy(decide(noisy(silence, 1), SPEECH), "mono", weights(0, 1));
    assertPolicy(decide(SPEECH, noisy(silence, 100)), "mono", weights(1, 0));
    assertThat(decide(silence, silence).tracks()).hasSize(1);
  }

  @Test
  void mixesOneSceneInTwoMicrophones() {
    short[] left = sum(SPEECH, gain(OTHER, 0.3));
    short[] right = sum(gain(SPEECH, 0.7), gain(OTHER, 0.6));
    assertPolicy(decide(left, right), "mixed", weights(0.5, 0.5));
  }

  @Test
  void mixesManyChannelsWithoutCancelling() {
    short[] silence = new short[SPEECH.length];
    ChannelPolicy policy =
        decide(ChannelMode.AUTO, SPEECH, gain(SPEECH, -0.9), silence, gain(SPEECH, 0.5));
    assertThat(policy.layout()).isEqualTo("mixed");
    List<Double> weights = policy.tracks().get(0).weights();
    assertThat(weights.get(0)).isPositive();
    assertThat(weights.get(1)).isNegative();
    assertThat(weights.get(2)).isZero();
    assertThat(weights.get(3)).isPositive();
  }

  @Test
  void aVoiceInTheCentreIsNotDrowned() {
    short[] music = noisy(new short[SPEECH.length], 3000);
    short[] hum = noisy(new short[SPEECH.length], 2000);
    ChannelPolicy policy = decide(2, music, hum, SPEECH, hum, music, music);
    assertPolicy(policy, "mixed", weights(0, 0, 1, 0, 0, 0));
    assertThat(decide(-1, music, hum, gain(SPEECH, 0.5), music).tracks().get(0).weights().get(2))
        .isGreaterThan(0.7);
  }

  @Test
  void speechFromTheSideIsHeardBesideTheCentre() {
    short[] silence = noisy(new short[SPEECH.length], 100);
    List<Double> weights =
        decide(2, OTHER, silence, SPEECH, silence, silence).tracks().get(0).weights();
    assertThat(weights.get(0)).isBetween(0.05, 0.15);
    assertThat(weights.get(2)).isGreaterThan(0.8);
    assertPolicy(decide(2, OTHER, OTHER, silence, silence), "mixed", weights(0.5, 0.5, 0, 0));
  }

  @Test
  void manySpeakersWithoutACentreCountAlike() {
    assertPolicy(
        decide(-1, SPEECH, OTHER, SPEECH, OTHER), "mixed", weights(0.25, 0.25, 0.25, 0.25));
  }

  @Test
  void followsTheMode() {
    assertThat(decide(ChannelMode.SPLIT, SPEECH, SPEECH).tracks()).hasSize(2);
    assertThat(decide(ChannelMode.MIX, SPEECH, OTHER).tracks()).hasSize(1);
    assertThat(decide(ChannelMode.SPLIT, SPEECH).layout()).isEqualTo("mono");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib_other_02_2spk_stereo.flac", "lib_other_02_2spk_stereo_8k_mulaw.wav"})
  void splitsRealConversations(String name) throws Exception {
    Path file = SharedData.file("conversations/" + name);
    assumeThat(file).as("shared test data").exists();
    assertThat(profile(file).facts().layout()).isEqualTo("split");
  }

  @Test
  void takesRealMonoSpeechInTwoChannelsAsOne() throws Exception {
    Path file = SharedData.file("conversations/trn05.flac");
    assumeThat(file).as("shared test data").exists();
    Path folder = Files.createTempDirectory("stereo");
    String[][] cases = {
      {"pan=stereo|c0=c0|c1=c0", "libmp3lame -b:a 64k", "dualMono"},
      {"pan=stereo|c0=c0|c1=0.4*c0", "vorbis -strict -2", "dualMono"},
      {"pan=stereo|c0=c0|c1=-1*c0", "libopus", "antiPhase"},
      {"pan=stereo|c0=c0|c1=c0,adelay=0|5", "pcm_s16le", "dualMono"},
    };
    for (String[] oneCase : cases) {
      Path stereo = folder.resolve("stereo.mka");
      List<String> arguments = new java.util.ArrayList<>(List.of("-i", file.toString()));
      arguments.addAll(List.of("-af", oneCase[0], "-c:a"));
      arguments.addAll(List.of(oneCase[1].split(" ")));
      arguments.add(stereo.toString());
      Ffmpeg.run(arguments);
      AudioProfile profile = profile(stereo);
      assertThat(profile.facts().layout()).as(oneCase[0]).isEqualTo(oneCase[2]);
      assertThat(profile.tracks()).hasSize(1);
      Files.delete(stereo);
    }
    Files.delete(folder);
  }

  private static AudioProfile profile(Path file) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      return audio.profile(ChannelMode.AUTO);
    }
  }

  private static void assertPolicy(ChannelPolicy policy, String layout, List<?>... weights) {
    assertThat(policy.layout()).isEqualTo(layout);
    assertThat(policy.tracks()).hasSize(weights.length);
    for (int i = 0; i < weights.length; i++) {
      assertThat(policy.tracks().get(i).weights()).isEqualTo(weights[i]);
    }
  }

  private static List<Double> weights(double... weights) {
    return java.util.Arrays.stream(weights).boxed().toList();
  }

  private static ChannelPolicy decide(short[] left, short[] right) {
    return decide(ChannelMode.AUTO, left, right);
  }

  private static ChannelPolicy decide(ChannelMode mode, short[]... channels) {
    return decide(mode, -1, channels);
  }

  private static ChannelPolicy decide(int centre, short[]... channels) {
    return decide(ChannelMode.AUTO, centre, channels);
  }

  private static ChannelPolicy decide(ChannelMode mode, int centre, short[]... channels) {
    int frames = channels[0].length;
    float[] block = new float[frames * channels.length];
    for (int i = 0; i < block.length; i++) {
      block[i] = channels[i % channels.length][i / channels.length];
    }
    PcmLayout layout = new PcmLayout(SampleFormat.S16, channels.length, RATE, 0, frames, -1);
    SignalStatistics signal = new SignalStatistics(layout);
    signal.accept(block, frames);
    return ChannelPolicy.decide(mode, signal.finish(), centre);
  }

  private static short[] gain(short[] samples, double gain) {
    short[] result = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      result[i] = (short) (gain * samples[i]);
    }
    return result;
  }

  private static short[] sum(short[] one, short[] other) {
    short[] result = new short[one.length];
    for (int i = 0; i < one.length; i++) {
      result[i] = (short) (one[i] + other[i]);
    }
    return result;
  }

  private static short[] delayed(short[] samples, int by) {
    short[] result = new short[samples.length];
    System.arraycopy(samples, 0, result, by, samples.length - by);
    return result;
  }

  private static short[] noisy(short[] samples, double deviation) {
    Random random = new Random(11);
    short[] result = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      result[i] = (short) (samples[i] + deviation * random.nextGaussian());
    }
    return result;
  }
}
