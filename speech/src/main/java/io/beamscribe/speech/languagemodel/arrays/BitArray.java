// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel.arrays;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Bits in 64-bit words, the lowest bit first, as OpenFst stores them. Thread-safe. */
public final class BitArray {
  private final ByteBuffer words;
  private final long size;

  private BitArray(ByteBuffer words, long size) {
    this.words = words;
    this.size = size;
  }

  /** Reads as many words as the bits need. */
  public static BitArray read(ByteBuffer in, long bits) {
    int bytes = Math.toIntExact((bits + 63) / 64 * 8);
    ByteBuffer words = in.slice(in.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + bytes);
    return new BitArray(words, bits);
  }

  public boolean get(long bit) {
    return (words.get((int) (bit >>> 3)) >>> (bit & 7) & 1) != 0;
  }

  /** How many bits are set. */
  public long ones() {
    long sum = 0;
    for (int i = 0; i < words.capacity(); i += 8) {
      sum += Long.bitCount(words.getLong(i));
    }
    return sum;
  }

  /**
   * Reads numbers in unary form, each as that many ones and a zero, and adds them up.
   *
   * @param bit where the first number begins
   * @param initial the sum before it
   * @return the sum before each number, and after the last; empty if the bits do not end with the
   *     last number
   */
  public Optional<int[]> unary(long bit, int numbers, int initial) {
    int[] sums = new int[numbers + 1];
    sums[0] = initial;
    long at = bit;
    for (int i = 0; i < numbers; i++) {
      int sum = sums[i];
      while (at < size && get(at)) {
        sum++;
        at++;
      }
      at++;
      sums[i + 1] = sum;
    }
    return at == size ? Optional.of(sums) : Optional.empty();
  }
}
