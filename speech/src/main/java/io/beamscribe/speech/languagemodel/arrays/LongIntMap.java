// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel.arrays;

import java.util.Arrays;

/** From numbers to numbers that are not negative, without objects. Not thread-safe. */
public final class LongIntMap {
  private static final long FREE = -1;

  private long[] keys = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  public LongIntMap() {
    Arrays.fill(keys, FREE);
  }

  /** The value of a key; -1 if it has none. */
  public int get(long key) {
    int at = slot(key);
    return keys[at] == FREE ? -1 : values[at];
  }

  /** Sets the value of a key. */
  public void put(long key, int value) {
    int at = slot(key);
    if (keys[at] == FREE) {
      keys[at] = key;
      size++;
    }
    values[at] = value;
    if (size > keys.length / 5 * 3) {
      grow();
    }
  }

  private int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int at = (int) (hash >>> 33) & (keys.length - 1);
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] old = keys;
    int[] oldValues = values;
    keys = new long[2 * old.length];
    values = new int[2 * old.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < old.length; i++) {
      if (old[i] != FREE) {
        int at = slot(old[i]);
        keys[at] = old[i];
        values[at] = oldValues[i];
      }
    }
  }
}
