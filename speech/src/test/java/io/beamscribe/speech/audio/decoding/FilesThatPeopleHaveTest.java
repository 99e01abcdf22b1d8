// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.audio.Sounds;
import io.beamscribe.speech.audio.Wav;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as cameras, telephone systems, players and broken downloads leave them. */
class FilesThatPeopleHaveTest {
  private static final short[][] BABBLE = {Sounds.babble(1, 16_000, 4, 12_000)};

  @TempDir Path folder;

  /** After public bug reports; A takes 5.06 s, and B follows it in those of 16 s. */
  @ParameterizedTest
  @CsvSource({
    "camcorder.m2ts, mpegts, 16.2",
    "asterisk.gsm, gsm, 16.2",
    "rifx.wav, wav, 5.1",
    "zeros_in_front.mp3, mp3, 16.2",
    "odd_list_no_pad.wav, wav, 5.1",
    "late_audio.mpg, mpeg, 21.2",
  })
  void readsWhatOtherProgramsFailedOn(String name, String container, double seconds)
      throws Exception {
    AudioProfile profile = profile(SharedData.required("failing/" + name));

    assertThat(profile.facts().container()).isEqualTo(container);
    assertThat(profile.facts().codec()).isNotNull();
    assertThat(profile.facts().sampleRate()).isPositive();
    assertThat(profile.samples() / 16_000.0).isCloseTo(seconds, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({
    "a.ts, '-c:a aac', 5003, mpegts, 1",
    "a.m2ts, '-c:a ac3 -ar 48000 -mpegts_m2ts_mode 1', 777, mpegts, 0.5",
    "a.vob, '-c:a ac3 -ar 48000 -f vob', 3001, mpeg, 0.5",
    "a.mpg, '-c:a mp2 -f mpeg', 100, mpeg, 0.5",
    "a.aac, '-c:a aac', 1777, aac, 0.5",
    "a.loas, '-c:a aac -f latm', 1234, latm, 0.5",
    "a.ac3, '-c:a ac3 -ar 48000', 999, ac3, 0.5",
    "a.dts, '-c:a dca -strict -2 -ar 48000', 555, dts, 0.3",
    "a.mp3, '-c:a libmp3lame', 1500, mp3, 0.7",
    "a.mxf, '-c:a pcm_s16le -ar 48000 -f mxf_opatom', 0, mxf, 0.1",
    "a.nut, '-c:a pcm_s16le', 0, nut, 0.1",
    "a.sox, '-c:a pcm_s32le', 0, sox, 0.1",
    "a.sf, '-c:a pcm_s16le -f ircam', 0, ircam, 0.1",
    "a.mlp, '-c:a mlp -strict -2 -ar 48000', 0, mlp, 0.1",
    "a.thd, '-c:a truehd -strict -2 -ar 48000 -f truehd', 0, truehd, 0.1",
    "a.wtv, '-c:a mp2', 0, wtv, 0.2",
    "a.ulaw, '-ar 8000 -f mulaw', 0, mulaw, 0.1",
    "a.alaw, '-ar 8000 -f alaw', 0, alaw, 0.1",
    "a.sln, '-ar 8000 -f s16le', 0, slin, 0.1",
    "a.sln48, '-ar 48000 -f s16le', 0, slin, 0.1",
    "a.g722, '-c:a g722', 0, g722, 0.1",
  })
  void readsWhatWasCutOrIsRare(
      String name, String encoder, int cut, String container, double missing) throws Exception {
    Path file = Ffmpeg.encode(folder.resolve(name), BABBLE, 16_000, encoder.split(" "));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOfRange(bytes, cut, bytes.length));
    AudioProfile profile = profile(file);

    assertThat(profile.facts().container()).isEqualTo(container);
    assertThat(profile.samples() / 16_000.0).isBetween(4 - missing, 4.3);
    assertThat(profile.facts().levelDbfs()).isGreaterThan(-40);
  }

  @Test
  void readsAudioBehindZerosAndTagsAsIfTheyWereNotThere() throws Exception {
    for (String[] one :
        new String[][] {{"a.mp3", "libmp3lame"}, {"a.flac", "flac"}, {"a.opus", "libopus"}}) {
      Path plain = Ffmpeg.encode(folder.resolve(one[0]), BABBLE, 16_000, "-c:a", one[1]);
      Path behind = folder.resolve("behind-" + one[0]);
      Files.write(behind, Wav.join(new byte[9000], Files.readAllBytes(plain)));

      assertThat(profile(behind).envelope().meanSquares())
          .as(one[0])
          .isEqualTo(profile(plain).envelope().meanSquares());
    }
    Path wav = Files.write(folder.resolve("a.wav"), Wav.pcm16(BABBLE, 16_000));
    byte[] tag = new byte[128 + 10];
    System.arraycopy(new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 1, 0}, 0, tag, 0, 10);
    Path tagged = folder.resolve("tagged.wav");
    Files.write(tagged, Wav.join(tag, Files.readAllBytes(wav)));
    assertThat(profile(tagged).samples()).isEqualTo(profile(wav).samples());
  }

  private static AudioProfile profile(Path file) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      return audio.profile(ChannelMode.AUTO);
    }
  }
}
