// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final String WORDS =
      """
      {"result": [
        {"word": "we", "start": 0.0, "end": 0.3, "conf": 0.9},
        {"word": "meet", "start": 0.3, "end": 0.6, "conf": 0.8},
        {"word": "later", "start": 1.2, "end": 1.5, "conf": 0.7},
        {"word": "on", "start": 1.6, "end": 2.1, "conf": 1.0}], "text": "we meet later on"}
      """;

  /** Probabilities 0.6, 0.3 and 0.1. */
  private static final String READINGS =
      """
      {"alternatives": [
        {"confidence": 100.0, "text": "we meet later on", "result": [
          {"word": "we", "start": 0.0, "end": 0.3}, {"word": "meet", "start": 0.3, "end": 0.6},
          {"word": "later", "start": 1.2, "end": 1.5}, {"word": "on", "start": 1.6, "end": 2.1}]},
        {"confidence": 99.306852819, "text": "we meat later on", "result": [
          {"word": "we", "start": 0.0, "end": 0.3}, {"word": "meat", "start": 0.3, "end": 0.6},
          {"word": "later", "start": 1.2, "end": 1.5}, {"word": "on", "start": 1.6, "end": 2.1}]},
        {"confidence": 98.208240531, "text": "we meat lately", "result": [
          {"word": "we", "start": 0.0, "end": 0.3}, {"word": "meat", "start": 0.3, "end": 0.6},
          {"word": "lately", "start": 1.2, "end": 2.1}]}]}
      """;

  @Test
  void aPauseEndsAPhrase() throws Exception {
    List<Phrase> phrases = phrases(1, utterance(WORDS, null));
    assertThat(phrases)
        .extracting(phrase -> phrase.best().display())
        .containsExactly("we meet", "later on");
    assertThat(phrases).extracting(Phrase::startMilliseconds).containsExactly(1000L, 2200L);
    assertThat(phrases).extracting(Phrase::endMilliseconds).containsExactly(1600L, 3100L);
    assertThat(phrases).extracting(Phrase::channel).containsOnly(1);
  }

  @Test
  void anEndpointEndsAPhraseWithoutAPause() throws Exception {
    Utterance one =
        utterance("{\"result\": [{\"word\": \"a\", \"start\": 0, \"end\": 1, \"conf\": 1}]}", null);
    Utterance next =
        utterance("{\"result\": [{\"word\": \"b\", \"start\": 1, \"end\": 2, \"conf\": 1}]}", null);
    assertThat(phrases(1, one, next)).hasSize(2);
  }

  @Test
  void thePhrasesConfidenceIsTheMeanOfItsWords() throws Exception {
    Reading best = phrases(1, utterance(WORDS, null)).get(0).best();
    assertThat(best.words()).extracting(Word::confidence).containsExactly(0.9, 0.8);
    assertThat(best.confidence()).isCloseTo(0.85, within(1e-9));
  }

  @Test
  void readingsAreCutWhereThePhrasesAre() throws Exception {
    List<Phrase> phrases = phrases(3, utterance(WORDS, READINGS));
    assertThat(phrases.get(0).readings())
        .extracting(Reading::display)
        .containsExactly("we meet", "we meat");
    assertThat(phrases.get(1).readings())
        .extracting(Reading::display)
        .containsExactly("later on", "lately");
    Reading meat = phrases.get(0).readings().get(1);
    assertThat(meat.confidence()).isCloseTo(0.4, within(1e-6));
    assertThat(meat.words()).extracting(Word::confidence).containsExactly(1.0, 0.4);
    Reading lately = phrases.get(1).readings().get(1);
    assertThat(lately.words()).containsExactly(new Word("lately", 2200, 3100, 0.1));
  }

  @Test
  void noMoreReadingsComeThanAreAskedFor() throws Exception {
    assertThat(phrases(1, utterance(WORDS, READINGS)))
        .allSatisfy(phrase -> assertThat(phrase.readings()).hasSize(1));
  }

  @Test
  void nothingSaidIsNoPhrase() throws Exception {
    assertThat(phrases(1, utterance("{\"text\": \"\"}", null))).isEmpty();
    String none = "{\"alternatives\" : [{\"text\": \"\", \"confidence\" : 1.0}] }";
    assertThat(phrases(3, utterance("{\"text\": \"\"}", none))).isEmpty();
  }

  private static List<Phrase> phrases(int alternatives, Utterance... utterances)
      throws SpeechException {
    Phrases phrases = new Phrases(1, "ko-KR", alternatives);
    for (Utterance utterance : utterances) {
      phrases.add(utterance);
    }
    return phrases.asList();
  }

  /** Starting at the second second of a file. */
  private static Utterance utterance(String words, String readings) throws SpeechException {
    StreamClock clock = new StreamClock();
    clock.append(16_000, 48_000);
    return Utterance.parse(words, readings, clock);
  }
}
