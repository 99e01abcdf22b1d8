// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextModelTest {
  private static final int WORDS = 6;

  /** One word goes on in two ways, one of them more often. */
  private static final TextModel MODEL =
      new TextModel(
          List.of(part(1, 1, 2, 3), part(1, 1, 2, 3), part(1, 1, 2, 4), part(.5, 5, 2, 6)), 3);

  private static TextModel.Part part(double times, int... words) {
    return new TextModel.Part(times, words);
  }

  @Test
  void whatFollowsIsLikelierTheOftenerItDid() {
    double often = MODEL.probability(new int[] {1, 2, 3}, 2);
    assertThat(often).isGreaterThan(MODEL.probability(new int[] {1, 2, 4}, 2)).isLessThan(1);
    assertThat(often).isGreaterThan(MODEL.probability(new int[] {3}, 0));
    assertThat(MODEL.probability(new int[] {1, 2, WORDS + 1}, 2)).isZero();
  }

  @Test
  void noContextGivesMoreThanThereIs() {
    for (int[] context : List.of(new int[] {0}, new int[] {1, 0}, new int[] {1, 2, 0})) {
      double sum =
          IntStream.rangeClosed(1, WORDS)
              .mapToDouble(
                  word -> {
                    context[context.length - 1] = word;
                    return MODEL.probability(context, context.length - 1);
                  })
              .sum();
      assertThat(sum).isLessThanOrEqualTo(1 + 1e-6);
    }
  }

  @Test
  void sequencesComeOnceWithTheSameProbabilities() {
    List<List<Integer>> all = new ArrayList<>();
    MODEL.sequences(
        (words, probability) -> {
          all.add(IntStream.of(words).boxed().toList());
          assertThat(MODEL.probability(words, words.length - 1))
              .isCloseTo(probability, within(1e-6));
        });
    assertThat(all).doesNotHaveDuplicates().contains(List.of(2), List.of(1, 2), List.of(5, 2, 6));
  }
}
