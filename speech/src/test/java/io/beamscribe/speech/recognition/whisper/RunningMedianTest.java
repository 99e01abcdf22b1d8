// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningMedianTest {
  @Test
  void isTheMiddleOfTheSortedNeighbours() {
    float[] row = numbers(1500);
    float[] medians = new float[row.length];
    new RunningMedian(row.length).of(row, medians);
    for (int i = 0; i < row.length; i++) {
      float[] around = new float[7];
      for (int k = -3; k <= 3; k++) {
        int at = Math.abs(i + k);
        around[k + 3] = row[at < row.length ? at : 2 * (row.length - 1) - at];
      }
      Arrays.sort(around);
      assertThat(medians[i]).isEqualTo(around[3]);
    }
  }

  @Test
  void leavesARowAloneThatIsTooShortToBeMirrored() {
    for (int length = 1; length <= 3; length++) {
      float[] row = numbers(length);
      float[] medians = new float[length];
      new RunningMedian(length).of(row, medians);
      assertThat(medians).isEqualTo(row);
    }
  }

  private static float[] numbers(int count) {
    Random random = new Random(3);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextInt(20) - 10;
    }
    return numbers;
  }
}
