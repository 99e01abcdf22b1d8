// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.SpeakerTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real and composed conversations, if available. */
class ConversationsTest {
  private static final Path FOLDER = SharedData.file("conversations");

  @Test
  void whoSpeaksWhen() throws Exception {
    DiarizationError real = new DiarizationError(0, 0, 0, 0);
    DiarizationError made = real;
    DiarizationError realGiven = real;
    DiarizationError madeGiven = real;
    int counted = 0;
    List<Path> files = files();
    try (Conversation conversation = new Conversation()) {
      for (Path file : files) {
        if (file.getFileName().toString().matches("lib_other_.*spk.flac")) {
          continue; // minutes long; benchmarks/diarization.py has all
        }
        List<BlockVoices> voices = conversation.voices(file, 600);
        DiarizationError error =
            error(file, new Diarizer(SpeakerOptions.ANY).diarize(voices).turns());
        boolean isReal = !file.getFileName().toString().startsWith("lib_");
        real = isReal ? real.plus(error) : real;
        made = isReal ? made : made.plus(error);
        counted += error.expected() == error.found() ? 1 : 0;
        SpeakerOptions exact = new SpeakerOptions(error.expected(), error.expected());
        DiarizationError given = error(file, new Diarizer(exact).diarize(voices).turns());
        assertThat(given.found()).as("speakers of %s", file).isBetween(1, error.expected());
        realGiven = isReal ? realGiven.plus(given) : realGiven;
        madeGiven = isReal ? madeGiven : madeGiven.plus(given);
      }
    }
    assertThat(files).hasSize(15);
    assertThat(counted).as("right numbers of speakers").isGreaterThanOrEqualTo(5);
    assertThat(real.rate()).as("error of real conversations").isLessThan(25);
    assertThat(made.rate()).as("error of made dialogues").isLessThan(9);
    assertThat(realGiven.rate()).as("error where the number is given").isLessThan(real.rate());
    assertThat(madeGiven.rate()).as("error where the number is given").isLessThan(9);
  }

  @Test
  void sameAudioGivesTheSameBits() throws Exception {
    Path file = files().get(0);
    try (Conversation conversation = new Conversation()) {
      List<List<SpeakerTurn>> turns =
          Stream.of(1, 2, 3).parallel().map(round -> turns(conversation, file)).toList();
      assertThat(turns.get(1)).isEqualTo(turns.get(0));
      assertThat(turns.get(2)).isEqualTo(turns.get(0));
    }
  }

  @Test
  void nobodySpeaks() throws Exception {
    try (Conversation conversation = new Conversation()) {
      for (int samples : new int[] {0, 1, 399, 16_000, 170_000}) {
        BlockVoices voices =
            conversation.listen(0, new SampleRange(0, samples), new float[samples]);
        assertThat(voices.stretches()).isEmpty();
        assertThat(new Diarizer(SpeakerOptions.ANY).diarize(List.of(voices)).turns()).isEmpty();
      }
    }
  }

  private static List<SpeakerTurn> turns(Conversation conversation, Path file) {
    try {
      return new Diarizer(SpeakerOptions.ANY).diarize(conversation.voices(file, 20)).turns();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static DiarizationError error(Path file, List<SpeakerTurn> turns) throws Exception {
    String name = file.getFileName().toString().replace(".flac", ".rttm");
    return DiarizationError.of(turns, FOLDER.resolve(name));
  }

  private static List<Path> files() throws Exception {
    assumeTrue(Files.isDirectory(FOLDER), "no conversations");
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".flac")).sorted().toList();
    }
  }
}
