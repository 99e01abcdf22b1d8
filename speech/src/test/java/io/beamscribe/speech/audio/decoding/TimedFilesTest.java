// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.audio.AudioNote;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in files with holes, late audio, clocks that were set, and chains. */
class TimedFilesTest {
  /** ADTS and ASF do not state the delay of their encoders. */
  private static final double DELAY = 0.05;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ts, aac, 4.5",
    "ts, aac, 20",
    "mkv, libmp3lame, 4.5",
    "webm, libopus, 20",
    "mp4, aac, 4.5",
    "mpg, mp2 -f vob, 20",
    "flv, aac -ar 44100, 4.5",
    "wma, wmav2, 20",
    "oga, flac, 4.5",
    "opus, libopus -page_duration 20000, 20",
  })
  void aHoleIsSilence(String extension, String encoder, double hole) throws Exception {
    Path file = skipping(extension, encoder, 5.5, hole);

    Beeps.Heard heard = Beeps.hear(file);

    assertTimes(heard, 1, 2, 3, 4, 5, 6 + hole, 7 + hole, 8 + hole, 9 + hole);
    AudioNote gap = heard.profile().notes().get(0);
    assertThat(gap.kind()).isEqualTo("gap");
    assertThat(gap.endMilliseconds() - gap.startMilliseconds())
        .isCloseTo(Math.round(hole * 1000), within(60L));
    assertThat(heard.profile().facts().truncated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ts, aac", "mkv, aac", "mp4, aac", "opus, libopus"})
  void aJumpOfElevenHoursIsToldAndNotFollowed(String extension, String encoder) throws Exception {
    Beeps.Heard heard = Beeps.hear(skipping(extension, encoder, 5.5, 40_000));

    assertTimes(heard, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(heard.profile().notes()).extracting(AudioNote::kind).containsExactly("timeJump");
    assertThat(heard.profile().facts().truncated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ts, mpeg4, aac, 3",
    "ts, mpeg4, ac3, 30",
    "mkv, mpeg4, aac, 3",
    "mp4, mpeg4, aac, 3",
    "mpg, mpeg1video, mp2, 30"
  })
  void audioBesideLongerVideoBeginsWhenItDoes(
      String extension, String video, String encoder, int late) throws Exception {
    Path sound = Beeps.write(folder.resolve("sound.wav"));
    Path file = folder.resolve("film." + extension);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-f", "lavfi", "-i", "color=s=64x48:r=25:d=" + (late + 15)));
    arguments.addAll(List.of("-itsoffset", "" + late, "-i", sound.toString()));
    arguments.addAll(List.of("-c:v", video, "-c:a", encoder, file.toString()));
    Ffmpeg.run(arguments);

    Beeps.Heard heard = Beeps.hear(file);

    assertThat(heard.begins().get(0)).isCloseTo(late + 1, within(DELAY));
    assertThat(heard.begins()).hasSize(9);
    assertThat(heard.profile().facts().truncated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ts, aac", "mkv, aac", "mp4, aac", "mpg, mp2", "opus, libopus", "oga, flac"})
  void audioAloneBeginsWithItsFirstSample(String extension, String encoder) throws Exception {
    Path file = folder.resolve("late." + extension);
    Beeps.write(file, "-c:a", encoder, "-output_ts_offset", "1234");

    Beeps.Heard heard = Beeps.hear(file);

    assertTimes(heard, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(heard.profile().facts().truncated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ts, aac", "mpg, mp2", "opus, libopus", "oga, flac", "spx, libspeex -ar 16000"})
  void whatWasJoinedGoesOn(String extension, String encoder) throws Exception {
    Path one = folder.resolve("one." + extension);
    byte[] bytes = Files.readAllBytes(Beeps.write(one, ("-c:a " + encoder).split(" ")));

    Beeps.Heard heard = Beeps.hear(write("twice." + extension, Wav.join(bytes, bytes)));

    assertTimes(heard, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    assertThat(heard.profile().facts().truncated()).isFalse();
  }

  @Test
  void aChainOfUnequalStreamsIsDecodedToItsEnd() throws Exception {
    byte[] mono = bytes("mono.opus", "libopus");
    byte[] stereo = bytes("stereo.opus", "libopus -ac 2");
    byte[] vorbis = bytes("vorbis.ogg", "vorbis -strict -2 -ac 2 -ar 22050");
    byte[] flac = bytes("flac.oga", "flac -ar 44100");

    Beeps.Heard heard = Beeps.hear(write("chain.ogg", Wav.join(mono, stereo, vorbis, flac)));

    assertThat(heard.begins()).hasSize(36);
    assertThat(heard.begins().get(35)).isCloseTo(39, within(DELAY));
    assertThat(heard.profile().facts().channels()).isEqualTo(1);
    assertThat(heard.profile().facts().truncated()).isFalse();
  }

  @Test
  void pagesThatAreMissingLeaveTheRestInItsPlace() throws Exception {
    for (String name : List.of("a.opus", "b.oga")) {
      byte[] whole = bytes(name, name.endsWith("opus") ? "libopus" : "flac");
      byte[] begin = Arrays.copyOf(whole, (int) (whole.length * 0.35));
      byte[] end = Arrays.copyOfRange(whole, (int) (whole.length * 0.55), whole.length);

      Beeps.Heard heard = Beeps.hear(write("lost-" + name, Wav.join(begin, end)));

      assertThat(heard.begins()).as(name).contains(1.0, 2.0, 8.0, 9.0);
      assertThat(heard.profile().facts().truncated()).isTrue();
    }
  }

  private Path skipping(String extension, String encoder, double from, double hole)
      throws Exception {
    List<String> options = new ArrayList<>();
    options.addAll(
        List.of("-af", "asetpts='PTS+if(gte(T," + from + ")," + hole + "/TB,0)'", "-c:a"));
    options.addAll(List.of(encoder.split(" ")));
    return Beeps.write(folder.resolve("hole." + extension), options.toArray(new String[0]));
  }

  private byte[] bytes(String name, String encoder) throws Exception {
    return Files.readAllBytes(Beeps.write(folder.resolve(name), ("-c:a " + encoder).split(" ")));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static void assertTimes(Beeps.Heard heard, double... wanted) {
    assertThat(heard.begins()).hasSize(wanted.length);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(heard.begins().get(i)).isCloseTo(wanted[i], within(DELAY));
    }
  }
}
