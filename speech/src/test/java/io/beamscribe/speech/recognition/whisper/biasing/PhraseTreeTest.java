// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PhraseTreeTest {
  private static Vocabulary vocabulary;

  @BeforeAll
  static void read() throws IOException {
    vocabulary = Vocabulary.read(RealModels.get("whisper-base").folder());
  }

  @Test
  void aPhraseEarnsWhenItIsCompleteWhateverItsCase() {
    for (String text : List.of(" in Zarathustra spoke", " in zarathustra,", " Zarathustra's dog")) {
      assertThat(earned(text, "zarathustra")).as(text).isGreaterThan(3);
    }
    assertThat(earned(" Thornton Hall", "Thornton Hall"))
        .isEqualTo(earned(" thornton hall", "Thornton Hall"));
    assertThat(earned(" D'Albe", "d'albe")).isPositive();
  }

  @Test
  void whatDoesNotBecomeThePhraseIsTakenBack() {
    PhraseProgress begun = after(" An", "anon");
    assertThat(begun.hoped()).isPositive();
    assertThat(begun.earned()).isZero();
    assertThat(earned(" An old", "anon")).isZero();
    assertThat(earned(" anonymous", "anon")).isZero();
    assertThat(earned(" Thornton house", "Thornton Hall")).isZero();
  }

  @Test
  void aShorterPhraseEarnsWhereALongerOneIsNotCompleted() {
    double brook = earned(" Thornton", "Thornton", "Thornton Hall");
    assertThat(brook).isPositive();
    assertThat(earned(" Thornton house", "Thornton", "Thornton Hall")).isEqualTo(brook);
    assertThat(earned(" Thornton Hall", "Thornton", "Thornton Hall")).isGreaterThan(brook);
  }

  @Test
  void aPhraseSaidAgainAtOnceEarnsNothing() {
    assertThat(earned(" lobster lobster lobster", "lobster"))
        .isEqualTo(earned(" lobster", "lobster"));
    assertThat(earned(" lobster and lobster", "lobster"))
        .isEqualTo(2 * earned(" lobster", "lobster"));
  }

  @Test
  void lettersMayFollowWhereNoSpaceDividesWords() {
    assertThat(earned(" 마이크로소프트를", "마이크로소프트")).isPositive();
    assertThat(earned("音声認識を", "音声認識")).isPositive();
  }

  @Test
  void phrasesOfLongerListsAreWorthLess() {
    assertThat(Worth.of(3, 1000)).isLessThan(Worth.of(3, 100)).isPositive();
    assertThat(Worth.of(3, 100)).isEqualTo(Worth.of(3, 1));
    assertThat(PhraseTree.of(List.of(), vocabulary)).isEmpty();
  }

  @Test
  void whatMayComeNextIsSmallAndKnown() {
    List<Integer> tokens = BytePairs.encode(" zarathustra", vocabulary);
    PhraseProgress first = PhraseProgress.start(tree("zarathustra")).with(tokens.get(0));
    IntStream.Builder next = IntStream.builder();
    first.listed(next::add);
    assertThat(next.build().toArray()).contains(tokens.get(0), tokens.get(1)).hasSizeLessThan(9);
  }

  private static PhraseTree tree(String... phrases) {
    return PhraseTree.of(Arrays.asList(phrases), vocabulary).orElseThrow();
  }

  private static PhraseProgress after(String text, String... phrases) {
    PhraseProgress progress = PhraseProgress.start(tree(phrases));
    for (int token : BytePairs.encode(text, vocabulary)) {
      progress = progress.with(token);
    }
    return progress;
  }

  private static double earned(String text, String... phrases) {
    return after(text, phrases).atEnd();
  }
}
