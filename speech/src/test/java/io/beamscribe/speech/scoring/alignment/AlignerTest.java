// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.alignment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignerTest {
  /** Counts of sclite 2.4.10 and jiwer 4.0.0; the fewest substitutions by hand. */
  @ParameterizedTest
  @CsvSource({
    "a b c, a b c, SCLITE, 3 0 0 0",
    "a b c, c x y, SCLITE, 0 3 0 0",
    "a b c, c x y, LEVENSHTEIN, 0 3 0 0",
    "a b c d, d x y z, LEVENSHTEIN, 0 4 0 0",
    "a b, b a, SCLITE, 1 0 1 1",
    "a b, b a, LEVENSHTEIN, 1 0 1 1",
    "a b, b a, JIWER, 1 0 1 1",
    "a b c, '', LEVENSHTEIN, 0 0 3 0",
    "'', a b, SCLITE, 0 0 0 2",
  })
  void countsAsTheRuleSays(String reference, String hypothesis, AlignmentRule rule, String counts) {
    EditCounts found = EditCounts.of(new Aligner(rule).align(words(reference), words(hypothesis)));

    assertThat(
            LongStream.of(
                    found.correct(), found.substitutions(), found.deletions(), found.insertions())
                .mapToObj(String::valueOf)
                .collect(joining(" ")))
        .isEqualTo(counts);
  }

  @Test
  void readsBothSidesFromBeginningToEnd() {
    Random random = new Random(7);
    for (AlignmentRule rule : AlignmentRule.values()) {
      for (int round = 0; round < 100; round++) {
        List<String> one = random(random, 40);
        List<String> other = random(random, 40);
        List<String> reference = new ArrayList<>();
        List<String> hypothesis = new ArrayList<>();
        for (Edit edit : new Aligner(rule).align(one, other)) {
          if (edit.kind() != EditKind.INSERTION) {
            reference.add(one.get(edit.reference()));
          }
          if (edit.kind() != EditKind.DELETION) {
            hypothesis.add(other.get(edit.hypothesis()));
          }
        }
        assertThat(reference).isEqualTo(one);
        assertThat(hypothesis).isEqualTo(other);
      }
    }
  }

  @Test
  void findsTheSameFarFromTheDiagonal() {
    List<String> reference = new ArrayList<>(Collections.nCopies(500, "x"));
    reference.addAll(words("a b c d e f"));
    List<String> hypothesis = new ArrayList<>(words("a b c d e f"));
    hypothesis.addAll(Collections.nCopies(400, "y"));

    for (AlignmentRule rule : AlignmentRule.values()) {
      EditCounts found = EditCounts.of(new Aligner(rule).align(reference, hypothesis));
      assertThat(found.errors()).as(rule.name()).isEqualTo(506);
    }
  }

  private static List<String> random(Random random, int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i > 0; i--) {
      words.add(Character.toString('a' + random.nextInt(4)));
    }
    return words;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
