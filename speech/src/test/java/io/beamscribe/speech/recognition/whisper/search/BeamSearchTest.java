// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.whisper.biasing.Favour;
import io.beamscribe.speech.recognition.whisper.biasing.PhraseProgress;
import io.beamscribe.speech.recognition.whisper.biasing.PhraseTree;
import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BeamSearchTest {
  private static final int PLAY = 500;
  private static final int PLAYED = 501;
  private static final int BACK = 600;
  private static final int ROOM = 100;
  private static Vocabulary vocabulary;
  private static int end;

  @BeforeAll
  static void read() throws IOException {
    vocabulary = Vocabulary.read(RealModels.get("whisper-base").folder());
    end = vocabulary.endOfText;
  }

  @Test
  void anEndThatIsNotAmongTheBestEndsNothing() {
    BeamSearch search = after(Map.of(PLAY, .5, PLAYED, .4, end, .1));
    assertThat(search.beam()).extracting(node -> node.token).containsExactly(PLAY, PLAYED);
    // An end, a token, an end, a token: of these four only the first two are the best.
    search.take(
        List.of(
            logits(Map.of(end, .5, BACK, .4, PLAY, .1)),
            logits(Map.of(end, .45, BACK, .4, PLAY, .15))));
    assertThat(search.done()).isFalse();
    assertThat(search.beam()).extracting(node -> node.token).containsExactly(BACK, BACK);
    search.take(List.of(logits(Map.of(end, .99)), logits(Map.of(PLAY, .99))));
    assertThat(search.done()).isTrue();
    assertThat(search.best().ids()).containsExactly(PLAY, BACK);
  }

  @Test
  void theBestHasTheGreatestMeanOfItsTokens() {
    TokenNode play = TokenNode.prompt(null, vocabulary.startOfTranscript).child(PLAY, -.7);
    TokenNode back = play.child(BACK, -.8);
    Hypothesis one = new Hypothesis(play.path(), -1, 0, true);
    Hypothesis two = new Hypothesis(back.path(), -1.8, 0, true);
    assertThat(Hypothesis.best(List.of(one, two))).isSameAs(two);
  }

  @Test
  void aListedWordIsChosenWhereTheAudioAllowsItAndNoneOtherwise() {
    int word = BytePairs.encode(" water", vocabulary).get(0);
    Favour tree = PhraseProgress.start(PhraseTree.of(List.of("water"), vocabulary).orElseThrow());
    BeamSearch search = after(Map.of(PLAY, .9, word, .09), tree);
    assertThat(search.beam()).extracting(node -> node.token).contains(PLAY, word);
    List<float[]> ends = List.of(logits(Map.of(end, .99)), logits(Map.of(end, .99)));
    search.take(ends);
    assertThat(search.best().ids()).containsExactly(word);
    assertThat(search.best().averageScore()).isGreaterThan(search.best().averageLogProbability());

    search = after(Map.of(PLAY, .99, BACK, .005, PLAYED, .004, word, .0005), tree);
    assertThat(search.beam()).extracting(node -> node.token).containsExactly(PLAY, BACK);
  }

  private static BeamSearch after(Map<Integer, Double> first) {
    return after(first, null);
  }

  private static BeamSearch after(Map<Integer, Double> first, @Nullable Favour phrases) {
    TokenNode begin = TokenNode.prompt(null, vocabulary.startOfTranscript);
    return new BeamSearch(
        new TokenDecoder.Said(begin, List.of(logits(first))),
        2,
        new TokenRules(vocabulary, Set.of(), Set.of()),
        vocabulary,
        phrases,
        ROOM);
  }

  /** The logits of probabilities; tokens not listed have next to none. */
  private static float[] logits(Map<Integer, Double> probabilities) {
    float[] logits = new float[vocabulary.endOfText + 1];
    Arrays.fill(logits, -100);
    probabilities.forEach((token, probability) -> logits[token] = (float) Math.log(probability));
    return logits;
  }
}
