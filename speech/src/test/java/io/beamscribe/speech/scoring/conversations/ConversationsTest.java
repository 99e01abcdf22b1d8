// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private static final List<Region> ALL = List.of(new Region(0, 20));

  @Test
  void partsOfDiarizationErrorAddUp() {
    DiarizationCounts counts =
        Diarization.score(
            List.of(new Turn("a", 0, 4), new Turn("b", 4, 10)),
            List.of(new Turn("1", 0, 5), new Turn("2", 5, 9), new Turn("3", 12, 13)),
            ALL,
            0);

    assertThat(counts.speech()).isCloseTo(10, within(1e-9));
    assertThat(counts.missed()).isCloseTo(1, within(1e-9));
    assertThat(counts.falseAlarm()).isCloseTo(1, within(1e-9));
    assertThat(counts.confusion()).isCloseTo(1, within(1e-9));
    assertThat(counts.errorRate()).isCloseTo(0.3, within(1e-9));
    // a: 1 of 5 s are not both, b: 2 of 6
    assertThat(counts.jaccardRate()).isCloseTo((0.2 + 2 / 6.0) / 2, within(1e-9));
  }

  @Test
  void edgesWithinTheCollarDoNotCount() {
    DiarizationCounts counts =
        Diarization.score(
            List.of(new Turn("a", 1, 5)), List.of(new Turn("1", 1.2, 5.2)), ALL, 0.25);

    assertThat(counts.speech()).isCloseTo(3.5, within(1e-9));
    assertThat(counts.errorRate()).isEqualTo(0);
  }

  @Test
  void wordsAreGivenToTheSpeakersThatFitBest() {
    var reference = Map.of("a", words(0, "one two three"), "b", words(10, "four five"));
    var hypothesis =
        Map.of("1", words(10, "four five"), "2", words(0, "one too three"), "3", words(5, "six"));

    assertThat(Permutation.cp(reference, hypothesis)).isEqualTo(new EditCounts(4, 1, 0, 1));
    assertThat(Permutation.tcp(reference, hypothesis, 5)).isEqualTo(new EditCounts(4, 1, 0, 1));
  }

  @Test
  void wordsOfOtherTimesAreNoMatch() {
    var reference = Map.of("a", words(0, "one two three"));
    var hypothesis = Map.of("1", words(30, "one two three"));

    assertThat(Permutation.cp(reference, hypothesis).errors()).isEqualTo(0);
    assertThat(Permutation.tcp(reference, hypothesis, 5)).isEqualTo(new EditCounts(0, 0, 3, 3));
  }

  private static List<TimedWord> words(double start, String text) {
    return TimedWord.spread(List.of(text.split(" ")), start, start + 3);
  }
}
