// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results are the same bytes however a run goes, and whatever befell those before it. */
class SameResultsIT {
  @TempDir Path folder;
  private AudioFolder audio;

  @BeforeEach
  void makeFolder() throws IOException {
    audio = AudioFolder.in(folder);
  }

  @Test
  void givesTheSameBytesHoweverItRuns() throws Exception {
    audio.longFile(5);
    audio.clip("channels/call.flac", "call.flac");
    audio.clip("formats/opus.opus", "short.opus");
    Output one = new Output(folder.resolve("one"));
    Output other = new Output(folder.resolve("other"));
    audio.transcribe(one, "--parallelism=1", "--isolation=none", "--diarization");
    audio.transcribe(other, "--parallelism=4", "--isolation=process", "--diarization");
    assertThat(one.transcripts()).hasSize(6).isEqualTo(other.transcripts());
    assertThat(one.transcripts().get("transcripts/call.flac.json")).contains("\"channel\": 1");
  }

  /** Which segments share a window, and which windows a run of the decoder, differs then. */
  @Test
  void whisperGivesTheSameBytesWithOneThreadAndWithTwo() throws Exception {
    audio.longFile(3);
    List<String> clips = List.of("awb", "deep", "heart", "slt");
    for (String name : clips) {
      audio.clip("speech/" + name + ".flac", name + ".flac");
    }
    audio.clip("channels/call.flac", "call.flac");
    Output one = new Output(folder.resolve("one"));
    Output two = new Output(folder.resolve("two"));
    for (int threads = 1; threads <= 2; threads++) {
      Shell.Ended ended =
          Shell.run(
              Shell.beamscribe(
                  "transcribe",
                  "--input=" + audio.path(),
                  "--output=" + (threads == 1 ? one : two).root(),
                  "--locale=en-US",
                  "--model=whisper-base",
                  "--parallelism=" + threads));
      assertThat(ended.exit()).as(ended.err()).isZero();
    }
    assertThat(one.transcripts()).hasSize(2 * (clips.size() + 2)).isEqualTo(two.transcripts());
    assertThat(one.transcripts().get("transcripts/heart.flac.json")).contains("night train");
  }

  @Test
  void goesOnWhereItWasKilled() throws Exception {
    audio.longFile(5);
    audio.clip("formats/mp3.mp3", "short.mp3");
    Output whole = new Output(folder.resolve("whole"));
    audio.transcribe(whole);

    Output killed = new Output(folder.resolve("killed"));
    Shell.Started starting = audio.start(killed);
    starting.process().waitFor(1, TimeUnit.SECONDS); // at whatever it is then
    kill(starting);
    for (String written : List.of("_parts", "_done")) {
      Shell.Started working = audio.start(killed);
      working.await("a file in " + written, () -> killed.named(written).findAny().isPresent());
      kill(working);
    }
    assertThat(audio.transcribe(killed).exit()).isZero();

    assertThat(killed.transcripts()).isEqualTo(whole.transcripts());
    assertThat(killed.named("_parts")).isEmpty();
    assertThat(killed.named("_done")).hasSize(2);
  }

  private static void kill(Shell.Started run) throws IOException, InterruptedException {
    run.process().destroyForcibly();
    run.end();
  }
}
