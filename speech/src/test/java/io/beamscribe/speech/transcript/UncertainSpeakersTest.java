// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class UncertainSpeakersTest {
  @Test
  void whoIsOnlyHeardWithOthersIsUncertain() {
    assertThat(
            UncertainSpeakers.flags(
                List.of(
                    new SpeakerTurn(1, 0, 0, 5000),
                    new SpeakerTurn(2, 0, 2000, 4000),
                    new SpeakerTurn(1, 0, 6000, 9000),
                    new SpeakerTurn(2, 0, 8500, 9200))))
        .extracting(Flag::kind, Flag::startMilliseconds, Flag::endMilliseconds, Flag::detail)
        .containsExactly(
            tuple(
                "uncertainSpeaker",
                2000L,
                9200L,
                "Speaker 2 is heard alone for 0.2 s only, and may be one of the others."));
  }

  @Test
  void whoIsHeardAloneIsNot() {
    assertThat(
            UncertainSpeakers.flags(
                List.of(
                    new SpeakerTurn(1, 0, 0, 5000),
                    new SpeakerTurn(2, 0, 4000, 5500),
                    new SpeakerTurn(2, 0, 6000, 6000))))
        .isEmpty();
  }

  @Test
  void whoIsTheOnlyOneIsNot() {
    assertThat(UncertainSpeakers.flags(List.of(new SpeakerTurn(1, 0, 0, 300)))).isEmpty();
    assertThat(UncertainSpeakers.flags(List.of())).isEmpty();
  }
}
