// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import java.util.stream.LongStream;

/**
 * Tells the size of a file that was cut off from one that its writer did not know. Whoever closes a
 * WAV file has counted: its two sizes fit each other, and are whatever the recording came to.
 * Whoever streams writes a number that is as good as endless: a limit of 2 or 4 GiB or a little
 * less, or a round number of that kind; or the outer size is never completed.
 */
public final class WriterSizes {
  private static final long LEAST_ROUND = 1_000_000_000;

  /** Recordings of whole minutes at usual rates come to a multiple of this after ten hours. */
  private static final long ROUND = 100_000_000;

  private static final long LEAST_BINARY = 1L << 30;
  private static final long BINARY = 1L << 20;

  /** What headers, and the blocks of a writer, take off a limit. */
  private static final long NEAR = 1L << 16;

  private WriterSizes() {}

  /**
   * Whether the writer did not know the size of its samples, which is more than is stored.
   *
   * @param outer size in the head of the file
   * @param size of the samples as claimed
   * @param start position of the first sample
   */
  public static boolean areUnknown(long outer, long size, long start) {
    boolean unfinished = outer + 8 <= start;
    return unfinished
        || LongStream.of(size, outer, outer + 8, start + size).anyMatch(WriterSizes::isEndless);
  }

  private static boolean isEndless(long size) {
    boolean decimal = size >= LEAST_ROUND && size % ROUND == 0;
    boolean binary = size >= LEAST_BINARY && size % BINARY == 0;
    return decimal || binary || isBelow(size, 1L << 31) || isBelow(size, 1L << 32);
  }

  private static boolean isBelow(long size, long limit) {
    return size < limit && size >= limit - NEAR;
  }
}
