// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamClockTest {
  private final StreamClock clock = new StreamClock();

  @BeforeEach
  void hearTwoPieces() {
    clock.append(10 * 16_000, 2 * 16_000); // 0 to 2 s of the stream are 10 to 12 s of the file
    clock.append(20 * 16_000, 16_000); // 2 to 3 s are 20 to 21 s
    clock.append(21 * 16_000, 16_000); // 3 to 4 s continue from there
  }

  @Test
  void wordsLieWhereTheirPieceLies() {
    assertThat(inFile(0.5, 1)).isEqualTo(timed(10.5, 11));
    assertThat(inFile(2.25, 2.5)).isEqualTo(timed(20.25, 20.5));
  }

  @Test
  void aWordMayCrossFromOnePieceToTheOneThatFollowsIt() {
    assertThat(inFile(2.75, 3.25)).isEqualTo(timed(20.75, 21.25));
  }

  @Test
  void aWordNeverReachesIntoWhatWasLeftOut() {
    assertThat(inFile(1.5, 2.25)).isEqualTo(timed(11.5, 12));
    assertThat(inFile(1.875, 2.5)).isEqualTo(timed(20, 20.5));
    assertThat(inFile(3.75, 4.25)).isEqualTo(timed(21.75, 22));
  }

  private TimedWord inFile(double start, double end) {
    return clock.inFile(timed(start, end));
  }

  private static TimedWord timed(double start, double end) {
    return new TimedWord("word", start, end, 1);
  }
}
