// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.calls.phrases.KeyPhrase;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallAnalysisTest {
  private final Call call = CallAnalysis.of(Calls.REFUND, CallOptions.DEFAULT);
  private final Party agent = call.party("agent").orElseThrow();
  private final Party customer = call.party("customer").orElseThrow();

  @Test
  void countsWhoTalksHowMuch() {
    // words of four a second: 9 + 1 + 13 + 12 + 12 + 7 and 10 + 11 + 11 + 8
    assertThat(agent.talkMilliseconds()).isEqualTo(54 * 250);
    assertThat(customer.talkMilliseconds()).isEqualTo(40 * 250);
    assertThat(agent.talkShare()).isCloseTo(54 / 94.0, within(1e-9));
    assertThat(agent.wordsPerMinute()).isCloseTo(240, within(1e-9));
    // "okay" and the answer overlap the customer's words by 250 and 1250 ms
    assertThat(agent.listenMilliseconds()).isEqualTo(40 * 250 - 1500);
    assertThat(call.overlapShare()).isCloseTo(1500 / 40_000.0, within(1e-9));
    assertThat(call.silenceShare()).isCloseTo(1 - (94 * 250 - 1500) / 40_000.0, within(1e-9));
    assertThat(agent.interruptions()).isEqualTo(1);
    assertThat(customer.interruptions()).isZero();
    assertThat(agent.questions()).isEqualTo(1);
  }

  @Test
  void aShortReplyBreaksNoMonologue() {
    assertThat(customer.longestMonologue()).isEqualTo(new Stretch(4000, 5750));
    assertThat(agent.longestMonologue()).isEqualTo(new Stretch(25_500, 7500));
  }

  @Test
  void aSilenceAfterARequestToWaitIsAHold() {
    assertThat(call.silences()).containsExactly(new Silence(14_250, 9750, true));
    assertThat(call.holdMilliseconds()).isEqualTo(9750);
  }

  @Test
  void tellsTheAgentFromTheCustomer() {
    assertThat(agent.party()).isEqualTo(2);
    assertThat(agent.roleSigns()).contains("greets (2)", "speaks first");
    assertThat(customer.roleSigns()).contains("speaks as a customer (2)");
  }

  @Test
  void sentimentGetsBetterWithTheRefund() {
    assertThat(call.engines().sentiment()).isEqualTo("vader-3.3.2");
    assertThat(customer.sentimentAtStart().balance()).isNegative();
    assertThat(customer.sentimentAtEnd().balance()).isGreaterThan(0.4);
    assertThat(call.phrases()).hasSize(10).allMatch(phrase -> phrase.sentiment() != null);
  }

  @Test
  void findsWhatItIsAboutAndWhatComesOfIt() {
    assertThat(call.keyPhrases())
        .first()
        .satisfies(
            phrase -> {
              assertThat(phrase.text()).isEqualTo("coffee machine");
              assertThat(phrase.count()).isEqualTo(3);
            });
    assertThat(call.keyPhrases()).extracting(KeyPhrase::text).contains("refund");
    assertThat(call.summary())
        .extracting(Call.Aspect::aspect)
        .containsExactly("Issue", "Resolution");
    assertThat(call.summary().get(0).text()).contains("I want a refund for the coffee machine");
    assertThat(call.summary().get(1).text()).contains("I will send the refund to your card");
  }

  @Test
  void languagesWithoutListsSaySo() {
    Transcript polish = Calls.of("pl-PL", Calls.said(0, 0, "Dzień dobry"));
    Call other = CallAnalysis.of(polish, CallOptions.DEFAULT);

    assertThat(other.engines().sentiment()).isEqualTo("none");
    assertThat(other.engines().keyPhrases()).isEqualTo("none");
    assertThat(other.engines().summary()).isEqualTo("none");
    assertThat(other.parties()).singleElement().extracting(Party::role).isEqualTo("other");
    assertThat(other.parties().get(0).sentiment()).isNull();
  }

  @Test
  void aCallInWhichNobodySpeaksHasNoParties() {
    Call silent = CallAnalysis.of(Calls.of("en-US"), CallOptions.DEFAULT);

    assertThat(silent.parties()).isEmpty();
    assertThat(silent.silenceShare()).isEqualTo(1);
    assertThat(silent.summary()).isEmpty();
  }

  @Test
  void announcementsAreOfNoParty() {
    Transcript spoken =
        Calls.of(
            "en-US",
            Calls.said(0, 1000, "Hello, my parcel is lost.").withSpeaker(1),
            Calls.said(0, 4000, "All lines are busy at the moment, please hold."),
            Calls.said(1, 9000, "Thank you for calling, how can I help?").withSpeaker(2));
    List<SpeakerTurn> turns =
        List.of(new SpeakerTurn(1, 0, 1000, 2250), new SpeakerTurn(2, 1, 9000, 11_000));
    Transcript withTurns =
        new Transcript(
            spoken.source(),
            spoken.timestamp(),
            spoken.durationMilliseconds(),
            spoken.channels(),
            spoken.phrases(),
            Transcripts.provenance().withSpeakers(turns, null, List.of()));
    for (Transcript each : List.of(spoken, withTurns)) {
      Call call = CallAnalysis.of(each, CallOptions.DEFAULT);

      assertThat(call.parties()).extracting(Party::party).containsExactly(1, 2);
      assertThat(call.parties().get(0).talkMilliseconds()).isEqualTo(1250);
      assertThat(call.parties().get(0).wordsPerMinute()).isCloseTo(240, within(1e-9));
      assertThat(call.phrases()).extracting(Call.SaidPhrase::party).containsExactly(1, 0, 2);
      assertThat(call.phrases().get(1).role()).isEqualTo("other");
      assertThat(call.silences()).containsExactly(new Silence(2250, 6750, false));
      assertThat(call.keyPhrases()).extracting(KeyPhrase::text).doesNotContain("lines");
    }
  }

  @Test
  void koreanWordsAreCountedWithoutTheirParticles() {
    Call korean =
        CallAnalysis.of(
            Calls.of(
                "ko-KR",
                Calls.said(1, 0, "고객센터입니다. 무엇을 도와드릴까요?"),
                Calls.said(0, 3000, "환불을 문의하려고 전화했어요."),
                Calls.said(1, 6000, "환불은 처리해 드리겠습니다.")),
            CallOptions.DEFAULT);

    assertThat(korean.party("agent").orElseThrow().party()).isEqualTo(2);
    assertThat(korean.keyPhrases()).anyMatch(phrase -> phrase.text().startsWith("환불"));
  }
}
