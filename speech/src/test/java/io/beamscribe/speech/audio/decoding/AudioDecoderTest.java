// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Sounds;
import io.beamscribe.speech.audio.Wav;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole files of every compressed kind, made by the encoders of the same ffmpeg. */
class AudioDecoderTest {
  @TempDir Path folder;

  @Test
  void readsWavInPlace() throws Exception {
    short[] tone = Sounds.tone(440, 16_000, 1, 10_000);
    Path file = Files.write(folder.resolve("a.bin"), Wav.pcm16(new short[][] {tone}, 16_000));
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      assertThat(profile.samples()).isEqualTo(16_000);
      float[] samples = audio.read(profile.tracks().get(0), new SampleRange(100, 200));
      assertThat(samples).hasSize(100);
      assertThat(samples[5]).isEqualTo(tone[105]);
      assertThat(decoder.decodes()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flac, 'flac', flac, flac, 44100",
    "mp3, 'libmp3lame', mp3, mp3, 44100",
    "m4a, 'aac', mp4, aac, 44100",
    "m4a, 'alac', mp4, alac, 44100",
    "aac, 'aac', aac, aac, 44100",
    "ogg, 'vorbis -strict -2 -ac 2', ogg, vorbis, 44100",
    "opus, 'libopus', ogg, opus, 48000",
    "webm, 'libopus', matroska, opus, 48000",
    "mka, 'pcm_s16le', matroska, pcm_s16le, 44100",
    "spx, 'libspeex -ar 16000', ogg, speex, 16000",
    "amr, 'libopencore_amrnb -ar 8000', amr, amr_nb, 8000",
    "awb, 'libvo_amrwbenc -ar 16000 -f amr', amr, amr_wb, 16000",
    "wma, 'wmav2', asf, wmav2, 44100",
    "ac3, 'ac3', ac3, ac3, 44100",
    "eac3, 'eac3', eac3, eac3, 44100",
    "wv, 'wavpack', wavpack, wavpack, 44100",
    "tta, 'tta', tta, tta, 44100",
    "aiff, 'pcm_s24be', aiff, pcm_s24be, 44100",
    "au, 'pcm_mulaw', au, pcm_mulaw, 44100",
    "caf, 'pcm_s16le', caf, pcm_s16le, 44100",
    "mp2, 'mp2', mp3, mp2, 44100",
    "wav, 'adpcm_ima_wav', wav, adpcm_ima_wav, 44100",
    "mov, 'pcm_s16be', mp4, pcm_s16be, 44100",
    "ts, 'aac', mpegts, aac, 44100",
  })
  void decodesWhatItIsAndKeepsTimes(
      String extension, String encoder, String container, String codec, int rate) throws Exception {
    // Silence, a burst of a tone from 1.0 to 1.5 s, silence: shows shifts as well as gaps.
    short[] samples = new short[44_100 * 3];
    System.arraycopy(Sounds.tone(1000, 44_100, 0.5, 12_000), 0, samples, 44_100, 22_050);
    Path good = folder.resolve("sound." + extension);
    Ffmpeg.encode(good, new short[][] {samples}, 44_100, ("-c:a " + encoder).split(" "));
    Path file = Files.move(good, folder.resolve("sound.txt"));
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      AudioFacts facts = profile.facts();
      assertThat(facts.container()).isEqualTo(container);
      assertThat(facts.codec()).isEqualTo(codec);
      assertThat(facts.sampleRate()).isEqualTo(rate);
      assertThat(profile.samples() / 16_000.0).isBetween(2.9, 3.2);
      float[] all = audio.read(profile.tracks().get(0), new SampleRange(0, profile.samples()));
      // ADTS and ASF do not state the delay of their encoders: up to 2048 samples.
      assertThat(onset(all) / 16_000.0).isBetween(0.99, 1.05);
      assertThat(end(all) / 16_000.0).isBetween(1.49, 1.55);
      assertThat(facts.truncated()).isFalse();
    }
  }

  private static int onset(float[] samples) {
    int i = 0;
    while (Math.abs(samples[i]) < 3000) {
      i++;
    }
    return i;
  }

  private static int end(float[] samples) {
    int i = samples.length - 1;
    while (Math.abs(samples[i]) < 3000) {
      i--;
    }
    return i;
  }
}
