// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.testing;

import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** WAV files of a real voice, loud and quiet. */
public final class Voices {
  private static final int RATE = 16_000;

  private final float[] voice;

  /** The voice of a clip. */
  public Voices(Path clip) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio =
            decoder.open(new StoredAudio(Jobs.listed(clip), StorageSettings.NONE))) {
      var profile = audio.profile(ChannelMode.AUTO);
      voice = audio.read(profile.tracks().get(0), new SampleRange(0, profile.samples()));
    }
  }

  /** As it was recorded. */
  public float[] natural() {
    return voice.clone();
  }

  public float[] loud() {
    return scaled(30_000);
  }

  public float[] quiet() {
    return scaled(LoudnessEngineProvider.LOUD / 4);
  }

  private float[] scaled(float peak) {
    float most = 0;
    for (float sample : voice) {
      most = Math.max(most, Math.abs(sample));
    }
    float[] scaled = new float[voice.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = voice[i] * peak / most;
    }
    return scaled;
  }

  public static float[] silence(int seconds) {
    return new float[RATE * seconds];
  }

  public static float[] joined(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /** A file with these channels, the first being the longest. */
  public static Path write(Path file, float[]... channels) throws IOException {
    ByteBuffer samples =
        ByteBuffer.allocate(2 * channels.length * channels[0].length)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < channels[0].length; i++) {
      for (float[] channel : channels) {
        samples.putShort((short) (i < channel.length ? channel[i] : 0));
      }
    }
    AudioFormat format = new AudioFormat(RATE, 16, channels.length, true, false);
    try (AudioInputStream audio =
        new AudioInputStream(
            new ByteArrayInputStream(samples.array()), format, channels[0].length)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }
}
