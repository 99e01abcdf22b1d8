// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Some recordings, no two alike, and the output of an undisturbed run over them.
 *
 * @param whole its output, in which recordings are named 0, 1, ... and long
 * @param transcripts of it, without where they lay
 */
record Clips(Path folder, Output whole, Map<String, String> transcripts) {
  static final String LONG = "long";
  private static final int DIFFERENT = 10;
  private static final Path CLIP = Shell.TESTDATA.resolve("formats/pcm_s16.wav");
  private static final int WAV_HEADER = 44;
  private static final int SHIFT = 2 * 160;

  /** Writes and transcribes them. */
  static Clips in(Path folder) throws Exception {
    Path audio = Files.createDirectory(folder.resolve("clips"));
    for (int i = 0; i < DIFFERENT; i++) {
      write(audio.resolve(i + ".wav"), i);
    }
    LongAudio.write(audio.resolve(LONG + ".wav"), CLIP, 6);
    Output whole = new Output(folder.resolve("whole"));
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe", "--input=" + audio, "--output=" + whole.root(), "--locale=ko-KR"));
    assertThat(ended.exit()).as(ended.err()).isZero();
    return new Clips(audio, whole, whole.transcriptsWithoutSource());
  }

  /** The recording with a number of any size; recordings repeat. */
  static String named(int number) {
    return String.valueOf(number % DIFFERENT);
  }

  Path file(String recording) {
    return folder.resolve(recording + ".wav");
  }

  /** The results of a recording by ending, without where it lay. */
  Map<String, String> results(String recording) {
    return Map.of(
        "json",
        transcripts.get(recording + ".wav.json"),
        "txt",
        transcripts.get(recording + ".wav.txt"));
  }

  /** The same words, which begin 10 ms later with each number. */
  private static void write(Path target, int number) throws IOException {
    byte[] bytes = Files.readAllBytes(CLIP);
    int shift = number * SHIFT;
    byte[] later = Arrays.copyOf(bytes, bytes.length + shift);
    Arrays.fill(later, WAV_HEADER, WAV_HEADER + shift, (byte) 0);
    System.arraycopy(bytes, WAV_HEADER, later, WAV_HEADER + shift, bytes.length - WAV_HEADER);
    ByteBuffer sizes = ByteBuffer.wrap(later).order(ByteOrder.LITTLE_ENDIAN);
    sizes.putInt(4, later.length - 8).putInt(WAV_HEADER - 4, later.length - WAV_HEADER);
    Files.write(target, later);
  }
}
