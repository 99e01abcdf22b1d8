// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.activity.EvenCuts.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvenCutsTest {
  private static final int SECOND = 16_000;
  private static final int LONGEST = 29 * SECOND;

  @Test
  void whatFitsIntoOnePackStaysWhole() {
    List<Piece> stretches = List.of(new Piece(0, 10 * SECOND), new Piece(12 * SECOND, 31 * SECOND));
    assertThat(cut(stretches, 31 * SECOND)).isEqualTo(stretches);
  }

  @Test
  void speechWithoutAPauseIsCutIntoEqualParts() {
    List<Piece> pieces = cut(List.of(new Piece(0, 60 * SECOND)), 60 * SECOND);
    assertThat(pieces).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(pieces.get(i).length()).isBetween(20 * SECOND - WINDOW, 20 * SECOND + WINDOW);
    }
  }

  @Test
  void endsAPackWhereAStretchEnds() {
    List<Piece> stretches = List.of(new Piece(0, 17 * SECOND), new Piece(18 * SECOND, 41 * SECOND));
    assertThat(cut(stretches, 41 * SECOND)).isEqualTo(stretches);
  }

  @Test
  void packsAreAsFewAsFitAndLoseNothing() {
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      List<Piece> stretches = new ArrayList<>();
      int end = 0;
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        int start = end + SECOND / 2 + random.nextInt(2 * SECOND);
        end = start + SECOND + random.nextInt(25 * SECOND);
        stretches.add(new Piece(start, end));
      }
      List<Piece> pieces = cut(stretches, end);
      assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isPositive());
      int total = stretches.stream().mapToInt(Piece::length).sum();
      assertThat(pieces.stream().mapToInt(Piece::length).sum()).isEqualTo(total);
      assertThat(packs(pieces)).isLessThanOrEqualTo((int) Math.ceil(total / (28.0 * SECOND)));
    }
  }

  /** Number of packs of whole pieces in order, each as full as possible. */
  private static int packs(List<Piece> pieces) {
    int packs = 0;
    int filled = LONGEST + 1;
    for (Piece piece : pieces) {
      assertThat(piece.length()).isLessThanOrEqualTo(LONGEST);
      if (filled + piece.length() > LONGEST) {
        packs++;
        filled = 0;
      }
      filled += piece.length();
    }
    return packs;
  }

  private static List<Piece> cut(List<Piece> stretches, int samples) {
    float[] probabilities = new float[samples / WINDOW + 1];
    Arrays.fill(probabilities, 1);
    return new EvenCuts(stretches, new Quietness(new float[samples], probabilities)).cut(LONGEST);
  }
}
