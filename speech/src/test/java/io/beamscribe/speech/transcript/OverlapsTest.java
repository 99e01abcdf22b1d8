// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Flags of invented turns. */
class OverlapsTest {
  private static SpeakerTurn turn(int speaker, int channel, long from, long to) {
    return new SpeakerTurn(speaker, channel, from, to);
  }

  private static Flag flag(int channel, long from, long to, String who) {
    return new Flag("overlap", channel, from, to, "Speakers " + who + " speak at once.");
  }

  @Test
  void oneFlagWhileSeveralSpeak() {
    assertThat(
            Overlaps.flags(
                List.of(turn(1, 0, 0, 5000), turn(2, 0, 3000, 7000), turn(3, 0, 4000, 6500))))
        .containsExactly(flag(0, 3000, 6500, "1, 2, 3"));
  }

  @Test
  void channelsOfWhoSpeak() {
    assertThat(
            Overlaps.flags(
                List.of(turn(2, 1, 0, 2000), turn(1, 0, 1500, 4000), turn(3, 2, 3900, 5000))))
        .containsExactly(flag(0, 1500, 2000, "1, 2"), flag(1, 1500, 2000, "1, 2"));
  }

  @Test
  void nothingWhereOneFollowsAnother() {
    assertThat(
            Overlaps.flags(
                List.of(turn(1, 0, 0, 1000), turn(2, 0, 1000, 3000), turn(1, 0, 2850, 4000))))
        .isEmpty();
    assertThat(Overlaps.flags(List.of())).isEmpty();
  }

  @Test
  void takeThePlaceOfThoseBefore() {
    Provenance before = Transcripts.provenance();
    Provenance two =
        before.withSpeakers(List.of(turn(1, 0, 0, 5000), turn(2, 0, 3000, 7000)), null, List.of());
    assertThat(two.flags()).hasSize(before.flags().size() + 1).containsAll(before.flags());
    assertThat(two.withSpeakers(List.of(turn(1, 0, 0, 5000)), null, List.of()).flags())
        .isEqualTo(before.flags());
  }
}
