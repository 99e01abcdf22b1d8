// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  /** Values from zlib.compress of Python. */
  @Test
  void compressionIsThatOfTheReference() {
    assertThat(Repetition.compression("la ".repeat(40))).isCloseTo(8.5714, within(.0001));
    assertThat(Repetition.compression("This is a sentence that says a few different things, once."))
        .isCloseTo(.9831, within(.0001));
    assertThat(Repetition.compression("")).isZero();
  }

  @Test
  void whatIsSaidTwiceIsNoCircle() {
    List<Integer> sentence = IntStream.range(0, 30).boxed().toList();
    List<Integer> said = new ArrayList<>(sentence);
    said.addAll(sentence);
    assertThat(Repetition.circles(said)).isFalse();
    said.addAll(sentence);
    assertThat(Repetition.circles(said)).isTrue();
  }

  @Test
  void aWordSaidAFewTimesIsNoCircle() {
    assertThat(Repetition.circles(Collections.nCopies(12, 5))).isFalse();
    assertThat(Repetition.circles(Collections.nCopies(30, 5))).isTrue();
  }

  @Test
  void circlesOfAHypothesisAreSeenWhileItGrows() {
    TokenNode round = TokenNode.prompt(null, 1);
    TokenNode straight = round;
    for (int i = 0; i < 64; i++) {
      round = round.child(i % 4, -1);
      straight = straight.child(i, -1);
    }
    assertThat(Repetition.loops(round)).isTrue();
    assertThat(Repetition.loops(straight)).isFalse();
  }
}
