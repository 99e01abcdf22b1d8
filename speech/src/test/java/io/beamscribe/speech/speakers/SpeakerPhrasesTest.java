// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpeakerPhrasesTest {
  private static final List<SpeakerTurn> TURNS =
      List.of(
          new SpeakerTurn(1, 0, 0, 2000),
          new SpeakerTurn(2, 0, 2000, 5000),
          new SpeakerTurn(1, 0, 3300, 3550));

  private static List<String> said(List<SpeakerTurn> turns, Phrase... phrases) {
    return new SpeakerPhrases(turns)
        .label(List.of(phrases)).stream()
            .map(
                phrase ->
                    String.format(
                        Locale.ROOT,
                        "%d %d-%d %s",
                        phrase.speaker(),
                        phrase.startMilliseconds(),
                        phrase.endMilliseconds(),
                        phrase.best().display()))
            .toList();
  }

  @Test
  void phrasesAreCutWhereTheSpeakerChanges() {
    assertThat(said(TURNS, phrase(0, 500, 500, "\u201cIs it so?\u201d Yes, of course.")))
        .containsExactly("1 500-2000 \u201cIs it so?\u201d", "2 2000-3500 Yes, of course.");
  }

  @Test
  void wordsOfAnEchoAreLeftOutAndThoseOfAnAnnouncementAreNobodys() {
    List<NobodysSpeech> nobodys =
        List.of(
            new NobodysSpeech(NobodysSpeech.Kind.ECHO, 0, 5500, 7000),
            new NobodysSpeech(NobodysSpeech.Kind.ANNOUNCEMENT, 0, 8000, 9000));
    List<Phrase> labelled =
        new SpeakerPhrases(TURNS, nobodys)
            .label(
                List.of(
                    phrase(0, 4000, 500, "Good bye. good"),
                    phrase(0, 6000, 300, "Good bye."),
                    phrase(0, 8000, 300, "Please hold.")));
    assertThat(labelled)
        .extracting(phrase -> phrase.speaker() + " " + phrase.best().display())
        .containsExactly("2 Good bye. good", "null Please hold.");
  }

  @Test
  void wordsFarFromAnEchoAreNotPartOfItThoughNothingElseIsNear() {
    List<NobodysSpeech> nobodys =
        List.of(
            new NobodysSpeech(NobodysSpeech.Kind.ECHO, 0, 10_000, 12_000),
            new NobodysSpeech(NobodysSpeech.Kind.ECHO, 1, 10_000, 12_000));
    List<Phrase> labelled =
        new SpeakerPhrases(TURNS, nobodys)
            .label(
                List.of(
                    phrase(0, 12_200, 300, "good bye"),
                    phrase(0, 14_000, 300, "Hello?"),
                    phrase(1, 7000, 300, "Yes.")));
    assertThat(labelled)
        .extracting(phrase -> phrase.speaker() + " " + phrase.best().display())
        .containsExactly("2 Hello?", "3 Yes.");
  }

  @Test
  void oneWordWithinASentenceStaysInIt() {
    assertThat(said(TURNS, phrase(0, 2100, 300, "all of this is one sentence")))
        .containsExactly("2 2100-3900 all of this is one sentence");
  }

  @Test
  void aReplyBetweenPausesIsSomebodyElses() {
    List<Word> words =
        List.of(
            new Word("well", 2100, 2500, 1),
            new Word("yes", 3300, 3550, 1),
            new Word("then", 4000, 4300, 1));
    List<SpeakerTurn> turns =
        List.of(
            new SpeakerTurn(2, 0, 2000, 3000),
            new SpeakerTurn(1, 0, 3300, 3550),
            new SpeakerTurn(2, 0, 3900, 4900));
    assertThat(said(turns, phrase(0, "well yes then", words)))
        .containsExactly("2 2100-2500 well", "1 3300-3550 yes", "2 4000-4300 then");
  }

  @Test
  void whoeverSpeaksGoesOnWhileAnotherSpeaksToo() {
    List<SpeakerTurn> turns =
        List.of(new SpeakerTurn(1, 0, 0, 900), new SpeakerTurn(2, 0, 500, 5500));
    assertThat(said(turns, phrase(0, 0, 300, "one two three four five")))
        .containsExactly("1 0-900 one two three", "2 900-1500 four five");
  }

  @Test
  void wordsWhereNobodySpeaksGoToWhoIsNearest() {
    assertThat(said(TURNS, phrase(0, 5200, 300, "late words")))
        .containsExactly("2 5200-5800 late words");
    List<SpeakerTurn> later = List.of(new SpeakerTurn(1, 0, 9000, 9100));
    assertThat(said(later, phrase(0, 0, 300, "early"))).containsExactly("1 0-300 early");
  }

  @Test
  void channelsWithoutTurnsHaveSpeakersOfTheirOwn() {
    assertThat(
            said(TURNS, phrase(1, 0, 100, "a"), phrase(1, 500, 100, "b"), phrase(2, 0, 100, "c")))
        .containsExactly("3 0-100 a", "3 500-600 b", "4 0-100 c");
    assertThat(said(List.of(), phrase(0, 0, 100, "a"))).containsExactly("1 0-100 a");
  }

  @Test
  void textThatIsNotMadeOfItsWordsIsMadeAnew() {
    List<Word> words = List.of(new Word("twenty", 1000, 1900, 1), new Word("five", 2100, 2900, 1));
    assertThat(said(TURNS, phrase(0, "25", words)))
        .containsExactly("1 1000-1900 twenty", "2 2100-2900 five");
  }

  @Test
  void phrasesWithoutWordsAreOneSpeakers() {
    assertThat(said(TURNS, Transcripts.withoutWords(0, 1800, 2900, "no times")))
        .containsExactly("2 1800-2900 no times");
  }

  @Test
  void aWholePhraseKeepsAllReadings() {
    Phrase phrase =
        new Phrase(
            0,
            0,
            300,
            "en-US",
            List.of(Reading.verbatim("a", .5, List.of()), Reading.verbatim("b", .4, List.of())));
    Phrase labelled = new SpeakerPhrases(TURNS).label(List.of(phrase)).get(0);
    assertThat(labelled.readings()).isEqualTo(phrase.readings());
    assertThat(labelled.locale()).isEqualTo("en-US");
  }
}
