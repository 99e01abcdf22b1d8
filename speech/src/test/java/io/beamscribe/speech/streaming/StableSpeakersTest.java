// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.List;
import org.junit.jupiter.api.Test;

class StableSpeakersTest {
  private final StableSpeakers speakers = new StableSpeakers();

  @Test
  void aSpeakerKeepsTheNumberOfMostOfItsSpeech() {
    assertThat(speakers.of(List.of(turn(1, 0, 5)), 0)).containsExactly(turn(1, 0, 5));
    // Whoever spoke first is another one now that more is known.
    assertThat(speakers.of(List.of(turn(1, 0, 1), turn(2, 1, 5), turn(1, 6, 8)), 5000))
        .containsExactly(turn(2, 6, 8));
    assertThat(speakers.of(List.of(turn(1, 1, 5), turn(2, 6, 8), turn(1, 9, 10)), 8000))
        .containsExactly(turn(1, 9, 10));
  }

  @Test
  void aSpeakerWhoWasTakenForAnotherOneComesBack() {
    speakers.of(List.of(turn(1, 0, 2), turn(2, 3, 5)), 0);
    assertThat(speakers.of(List.of(turn(1, 0, 5), turn(1, 5, 6)), 5000))
        .containsExactly(turn(1, 5, 6));
    assertThat(speakers.of(List.of(turn(2, 0, 2), turn(1, 3, 7), turn(3, 8, 9)), 6000))
        .containsExactly(turn(2, 6, 7), turn(3, 8, 9));
  }

  private static SpeakerTurn turn(int speaker, long start, long end) {
    return new SpeakerTurn(speaker, 0, 1000 * start, 1000 * end);
  }
}
