// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.io.Serializable;

/**
 * A half-open range {@code [start, end)} of samples at {@link #RATE} Hz, counted from the first
 * sample of the file.
 */
public record SampleRange(long start, long end) implements Serializable {
  /** The one rate at which all of Beamscribe counts and recognises, in Hz. */
  public static final int RATE = 16_000;

  public SampleRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range of samples: [" + start + ", " + end + ")");
    }
  }

  /** The range between two times in milliseconds. */
  public static SampleRange ofMillis(long start, long end) {
    return new SampleRange(start * RATE / 1000, end * RATE / 1000);
  }

  /** Length in samples. */
  public long length() {
    return end - start;
  }

  /** Length in seconds. */
  public double seconds() {
    return length() / (double) RATE;
  }

  /** Start in milliseconds, rounded down. */
  public long startMillis() {
    return millis(start);
  }

  /** End in milliseconds, rounded down. */
  public long endMillis() {
    return millis(end);
  }

  /** The time of a sample in milliseconds, rounded down. */
  public static long millis(long sample) {
    return sample * 1000 / RATE;
  }
}
