// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final int SECOND = 16_000;
  private static final int PACKET = 320;

  private final Timeline timeline = new Timeline(48L * 3600 * SECOND);
  private long time;

  @Test
  void packetsThatFollowEachOtherStayTogetherWhateverTheirTimesAreRoundedTo() {
    for (int i = 0; i < 2000; i++) {
      timeline.add(Math.round(i * 371 / 16.0) * 16, 371);
    }

    assertThat(timeline.holes(0, 2000 * 371).holes()).isEmpty();
  }

  @Test
  void holesAreWhereNothingWasSent() {
    seconds(3);
    time += 4 * SECOND;
    seconds(2);
    time += SECOND / 2;
    seconds(1);

    assertHoles(0, Tuple.tuple(3L * SECOND, 4L * SECOND), Tuple.tuple(5L * SECOND, SECOND / 2L));
  }

  @Test
  void manySmallLossesAddUpToAHole() {
    for (int i = 0; i < 12; i++) {
      seconds(1);
      time += PACKET;
    }

    assertThat(timeline.holes(0, 12 * SECOND).frames())
        .isBetween(12L * SECOND, 12L * SECOND + 4000);
    assertThat(timeline.holes(0, 12 * SECOND).holes()).isNotEmpty();
  }

  @Test
  void whatComesLateBeginsLate() {
    time = 10 * SECOND;
    seconds(1);

    assertHoles(7, Tuple.tuple(0L, 3L * SECOND));
    assertHoles(10);
    assertHoles(Double.NaN);
    assertHoles(10.0005);
  }

  @Test
  void aClockThatIsSetBackGoesOn() {
    seconds(5);
    time = 0;
    seconds(8);
    time += 2 * SECOND;
    seconds(1);

    assertHoles(0, Tuple.tuple(13L * SECOND, 2L * SECOND));
  }

  @Test
  void anAbsurdJumpIsNoHoleButIsTold() {
    seconds(2);
    time += 10L * 3600 * SECOND;
    seconds(2);

    assertHoles(0);
    assertThat(timeline.holes(0, 4 * SECOND).jumps())
        .containsExactly(new Holes.Jump(2 * SECOND, 10L * 3600 * SECOND));
  }

  @Test
  void aWrongTimeInBetweenChangesNothing() {
    for (long wrong : new long[] {7 * SECOND, -4 * SECOND, 20L * 3600 * SECOND}) {
      seconds(3);
      time += wrong;
      packets(3);
      time -= wrong;
      seconds(3);
    }

    assertHoles(0);
    assertThat(timeline.holes(0, 18 * SECOND + 9 * PACKET).jumps()).isEmpty();
  }

  @Test
  void jumpsComeToNoMoreThanAFileMayHave() {
    Timeline tight = new Timeline(100L * SECOND);
    tight.add(0, SECOND);
    for (int i = 1; i < 50; i++) {
      tight.add(31L * SECOND * i, SECOND);
    }

    assertThat(tight.holes(0, 50 * SECOND).frames()).isLessThanOrEqualTo(150L * SECOND);
  }

  private void assertHoles(double start, Tuple... wanted) {
    assertThat(timeline.holes(start, Long.MAX_VALUE).holes())
        .extracting(Holes.Hole::position, Holes.Hole::length)
        .containsExactly(wanted);
  }

  private void seconds(int count) {
    packets(count * SECOND / PACKET);
  }

  private void packets(int count) {
    for (int i = 0; i < count; i++) {
      timeline.add(time, PACKET);
      time += PACKET;
    }
  }
}
