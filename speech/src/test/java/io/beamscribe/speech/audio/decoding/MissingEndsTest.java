// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.Ffmpeg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are truncated when, and only when, something is missing. */
class MissingEndsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "opus, libopus",
    "oga, flac",
    "spx, libspeex -ar 16000",
    "webm, libopus",
    "webm, libopus -live 1",
    "mka, aac",
    "ts, aac",
    "mpg, mp2",
    "m4a, aac -movflags +faststart",
    "m4a, aac -movflags +frag_keyframe+empty_moov -frag_duration 1000000",
    "flac, flac",
    "mp3, libmp3lame",
    "ac3, ac3",
    "amr, libopencore_amrnb -ar 8000",
    "wma, wmav2",
    "wv, wavpack",
    "caf, pcm_s16be",
    "wav, adpcm_ima_wav",
  })
  void onlyWhatWasCutIsTruncated(String extension, String encoder) throws Exception {
    Path whole = Beeps.write(folder.resolve("whole." + extension), ("-c:a " + encoder).split(" "));
    assertThat(truncated(whole)).isFalse();
    byte[] bytes = Files.readAllBytes(whole);
    for (double share : new double[] {0.61, 0.9}) {
      Path cut = folder.resolve("cut." + extension);
      Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * share)));
      assertThat(truncated(cut)).as("%s of it", share).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mp4, mpeg4, aac -movflags +faststart",
    "mkv, mpeg4, aac",
    "flv, flv, aac -ar 44100",
    "wmv, wmv2, wmav2",
  })
  void longerVideoIsNotMissingAudio(String extension, String video, String encoder)
      throws Exception {
    Path sound = Beeps.write(folder.resolve("sound.wav"));
    Path film = folder.resolve("film." + extension);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-f", "lavfi", "-i", "color=s=64x48:r=5:d=30"));
    arguments.addAll(List.of("-i", sound.toString(), "-c:v", video, "-c:a"));
    arguments.addAll(List.of(encoder.split(" ")));
    arguments.add(film.toString());
    Ffmpeg.run(arguments);

    assertThat(truncated(film)).isFalse();
    byte[] bytes = Files.readAllBytes(film);
    Files.write(film, Arrays.copyOf(bytes, bytes.length * 6 / 10));
    assertThat(truncated(film)).isTrue();
  }

  private static boolean truncated(Path file) throws Exception {
    return Beeps.hear(file).profile().facts().truncated();
  }
}
