// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import java.util.Arrays;

/** Collects the numbers of a row. Not thread-safe. */
final class Row {
  private static final int ROOM = 128;

  private double[] numbers = new double[ROOM];
  private int count;

  Row add(double... more) {
    if (count + more.length > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * (count + more.length));
    }
    System.arraycopy(more, 0, numbers, count, more.length);
    count += more.length;
    return this;
  }

  double[] numbers() {
    return Arrays.copyOf(numbers, count);
  }
}
