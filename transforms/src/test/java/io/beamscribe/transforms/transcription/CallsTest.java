// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.transforms.testing.Jobs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls with one speaker per channel: who says what, with real models. */
class CallsTest {
  private static final Path CHANNELS = Path.of("..", "testdata", "channels");
  private static final List<String> CALLS =
      List.of("call.flac", "call-leaking.flac", "call-telephone-alaw.wav");

  @TempDir Path folder;

  private static final List<String> SAID =
      List.of(
          "good morning how can i help you today that happens a lot do you remember the name of the"
              + " train i will send you a new ticket before lunch",
          "hello i lost my ticket on the way to the station yes it was the evening train to the"
              + " coast thank you very much for your help");

  @Test
  void channelAndSpeakerOfEveryPhrase() throws Exception {
    Jobs.run(
        Jobs.diarizingWithWhisper(folder),
        CALLS.stream().map(CHANNELS::resolve).toArray(Path[]::new));
    for (String name : CALLS) {
      Transcript call = Jobs.transcript(folder, name);
      assertThat(call.phrases())
          .as(name)
          .allMatch(phrase -> phrase.speaker() == phrase.channel() + 1);
      for (int speaker = 1; speaker <= 2; speaker++) {
        assertThat(said(call, speaker)).as(name).isEqualTo(SAID.get(speaker - 1));
      }
      assertThat(call.provenance().turns()).allMatch(turn -> turn.speaker() == turn.channel() + 1);
      // the fourth turn begins 0.3 s before the third ends
      assertThat(call.provenance().flags().stream().filter(flag -> flag.kind().equals("overlap")))
          .as(name)
          .extracting(Flag::channel)
          .containsExactly(0, 1);
    }
  }

  private static String said(Transcript call, int speaker) {
    return call.phrases().stream()
        .filter(phrase -> phrase.speaker() == speaker)
        .flatMap(phrase -> phrase.best().words().stream())
        .map(Word::text)
        .collect(joining(" "));
  }
}
