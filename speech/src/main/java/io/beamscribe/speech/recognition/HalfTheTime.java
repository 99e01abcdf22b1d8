// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

/** Lets work that may be left out take at most half of a thread's time. Not thread-safe. */
public final class HalfTheTime {
  private long busyUntil = System.nanoTime();

  /** Whether work may begin. */
  public boolean isFree() {
    return System.nanoTime() - busyUntil >= 0;
  }

  /** Work has ended that began then, of {@link System#nanoTime}. */
  public void worked(long began) {
    long end = System.nanoTime();
    busyUntil = end + (end - began);
  }
}
