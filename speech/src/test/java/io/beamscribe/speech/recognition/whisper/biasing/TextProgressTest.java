// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextProgressTest {
  @TempDir static Path folder;
  private static Vocabulary vocabulary;
  private static TextFavours favours;

  @BeforeAll
  static void read() throws IOException {
    vocabulary = Vocabulary.read(RealModels.get("whisper-base").folder());
    int corn = BytePairs.encode(" 데이터", vocabulary).get(0);
    Path file = folder.resolve("text.tsv");
    Files.writeString(
        file,
        String.join(
            "\n",
            "3.00\t custom",
            "1.00\t speech",
            "4.00\t custom\t speech",
            "0.00\t the\t custom\t speech",
            "2.00\t endpoints",
            "5.00\t#" + corn));
    favours = TextFavours.read(file, vocabulary);
  }

  @Test
  void aWordEarnsWhatItIsWorthAfterTheWordsBeforeIt() {
    assertThat(earned(" some speech")).isEqualTo(1);
    assertThat(earned(" Custom Speech.")).isEqualTo(7);
    assertThat(earned(" custom, speech")).isEqualTo(7);
    assertThat(earned(" Custom. Speech")).isEqualTo(4);
    assertThat(earned(" the custom speech")).isEqualTo(3);
  }

  @Test
  void hopeEndsWithAnotherWord() {
    Favour begun = after(" end");
    assertThat(begun.earned()).isZero();
    assertThat(begun.hoped()).isEqualTo(2);
    assertThat(earned(" end of it")).isZero();
    assertThat(earned(" endpoints")).isEqualTo(2);
    assertThat(earned(" customs")).isZero();
  }

  @Test
  void aTextThatGoesRoundInCirclesEarnsNothingForIt() {
    assertThat(earned(" custom speech custom speech custom speech"))
        .isEqualTo(earned(" custom speech"));
    assertThat(earned(" custom speech is not a thing like custom speech"))
        .isEqualTo(2 * earned(" custom speech"));
  }

  @Test
  void aSyllableIsAWordByItself() {
    assertThat(after(" 데이터를").earned()).isEqualTo(5);
  }

  @Test
  void whatMayComeNextIsGiven() {
    List<Integer> next = new ArrayList<>();
    after(" custom").listed(next::add);
    assertThat(next)
        .contains(BytePairs.encode(" speech", vocabulary).get(0))
        .contains(BytePairs.encode(" Speech", vocabulary).get(0));
  }

  private static double earned(String text) {
    return after(text).atEnd();
  }

  private static Favour after(String text) {
    Favour progress = TextProgress.start(favours);
    for (int token : BytePairs.encode(text, vocabulary)) {
      progress = progress.with(token);
    }
    return progress;
  }
}
