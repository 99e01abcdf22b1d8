// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.analytics.Conversation.Talker;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of conversations that can be counted by hand. */
class ConversationStatisticsTest {
  /** In seconds. */
  private static SpeakerTurn turn(int speaker, double from, double to) {
    return new SpeakerTurn(speaker, 0, Math.round(1000 * from), Math.round(1000 * to));
  }

  @Test
  void sharesSilenceAndOverlap() {
    Conversation talk =
        ConversationStatistics.of(
            List.of(turn(1, 1, 5), turn(2, 4, 8), turn(1, 9, 10)), null, 10_000);
    assertThat(talk.silenceShare()).isCloseTo(.2, within(1e-9));
    assertThat(talk.overlapShare()).isCloseTo(.1, within(1e-9));
    assertThat(talk.speakers())
        .extracting(Talker::speaker, Talker::milliseconds, Talker::turns, Talker::share)
        .containsExactly(tuple(1, 5000L, 2, 5 / 9.0), tuple(2, 4000L, 1, 4 / 9.0));
  }

  @Test
  void interruptionTakesTheTurnAndAReplyDoesNot() {
    List<SpeakerTurn> turns =
        List.of(
            turn(1, 0, 10),
            turn(2, 3, 4), // a reply while the other goes on
            turn(2, 9, 15), // takes over
            turn(1, 14.9, 20), // takes over as the other ends
            turn(3, 19, 22), // two interrupt
            turn(2, 19.5, 25));
    Conversation talk = ConversationStatistics.of(turns, null, 25_000);
    assertThat(talk.speakers()).extracting(Talker::interruptions).containsExactly(0, 2, 1);
    assertThat(talk.interruptions()).isEqualTo(3);
  }

  @Test
  void timelineSaysHowMuchOfEachPartIsSpoken() {
    Conversation talk =
        ConversationStatistics.of(List.of(turn(1, 0, 1.5), turn(1, 199, 200)), null, 200_000);
    assertThat(talk.speakers().get(0).timeline())
        .hasSize(ConversationStatistics.PARTS)
        .startsWith("9500")
        .endsWith("009");
  }

  @Test
  void namesAreThoseOfKnownVoices() {
    Conversation talk =
        ConversationStatistics.of(
            List.of(turn(1, 0, 1), turn(2, 1, 2)),
            List.of(
                new IdentifiedSpeaker(1, 0, "unknown", 0, .2),
                new IdentifiedSpeaker(2, 0, "Anna", .99, .8)),
            2000);
    assertThat(talk.speakers()).extracting(Talker::voice).containsExactly(null, "Anna");
  }

  @Test
  void nobodyOrTurnsPastTheEnd() {
    assertThat(ConversationStatistics.of(List.of(), null, 5000))
        .isEqualTo(new Conversation(1, 0, List.of()));
    assertThat(ConversationStatistics.of(List.of(), null, 0).silenceShare()).isEqualTo(1);
    Conversation late = ConversationStatistics.of(List.of(turn(1, 4, 7)), null, 5000);
    assertThat(late.silenceShare()).isCloseTo(.8, within(1e-9));
    assertThat(late.speakers().get(0).timeline())
        .endsWith("99")
        .hasSize(ConversationStatistics.PARTS);
  }

  @Test
  void turnsOfTenHoursAreQuicklyCounted() {
    List<SpeakerTurn> turns =
        IntStream.range(0, 36_000).mapToObj(i -> turn(1 + i % 36, i, i + 1.4)).toList();
    Conversation talk = ConversationStatistics.of(turns, null, 36_000_000);
    assertThat(talk.speakers()).hasSize(36).allMatch(speaker -> speaker.turns() == 1000);
    assertThat(talk.overlapShare()).isCloseTo(.4, within(1e-3));
  }
}
