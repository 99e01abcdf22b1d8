// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Sounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A signal that shows where its parts are: ten seconds with a beep of 0.2 s at 1, 2, ... 9 s. */
final class Beeps {
  private static final int RATE = 48_000;

  private Beeps() {}

  /**
   * What a decoder makes of a file.
   *
   * @param begins times of beeps in seconds, to two digits
   */
  record Heard(AudioProfile profile, List<Double> begins) {}

  static short[] samples() {
    short[] samples = new short[10 * RATE];
    for (int second = 1; second < 10; second++) {
      short[] beep = Sounds.tone(500 + 100 * second, RATE, 0.2, 12_000);
      System.arraycopy(beep, 0, samples, second * RATE, beep.length);
    }
    return samples;
  }

  /** Writes it as a file of some kind. */
  static Path write(Path file, String... options) throws Exception {
    return Ffmpeg.encode(file, new short[][] {samples()}, RATE, options);
  }

  static Heard hear(Path file) throws Exception {
    return hear(file, AudioStreamChoice.DEFAULT);
  }

  static Heard hear(Path file, AudioStreamChoice stream) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults().withStream(stream));
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      AudioProfile profile = audio.profile(ChannelMode.MIX);
      SampleRange all = new SampleRange(0, profile.samples());
      return new Heard(profile, begins(audio.read(profile.tracks().get(0), all)));
    }
  }

  private static List<Double> begins(float[] samples) {
    List<Double> begins = new ArrayList<>();
    int quiet = SampleRange.RATE;
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) < 2500) {
        quiet++;
      } else {
        if (quiet > SampleRange.RATE / 4) {
          begins.add(Math.round(i * 100.0 / SampleRange.RATE) / 100.0);
        }
        quiet = 0;
      }
    }
    return begins;
  }
}
