// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

import io.beamscribe.speech.activity.Quietness;
import java.util.Arrays;

/**
 * Speech that no final phrase contains, with its probabilities, so that it can be cut where that
 * hurts least, which is known only later. Not thread-safe.
 */
final class UnfinalSpeech {
  /** So much before the end the quiet around a place is not known: a quarter of a second. */
  private static final int MARGIN = 8 * WINDOW;

  private float[] samples = new float[64 * WINDOW];

  /** One for each window. */
  private float[] probabilities = new float[64];

  private int count;
  private long start;

  /** Begins anew at a position. */
  void begin(long position) {
    start = position;
    count = 0;
  }

  /** Position of the first sample. */
  long start() {
    return start;
  }

  /** Position after the last sample. */
  long end() {
    return start + count;
  }

  /**
   * Adds whole windows.
   *
   * @param probability of speech in each of them
   */
  void add(float[] windows, int from, int length, float probability) {
    if (count + length > samples.length) {
      samples = Arrays.copyOf(samples, 2 * (count + length));
      probabilities = Arrays.copyOf(probabilities, samples.length / WINDOW);
    }
    System.arraycopy(windows, from, samples, count, length);
    Arrays.fill(probabilities, count / WINDOW, (count + length) / WINDOW, probability);
    count += length;
  }

  /** The samples between two positions, which must be held. */
  float[] between(long from, long to) {
    return Arrays.copyOfRange(samples, (int) (from - start), (int) (to - start));
  }

  /** The probabilities of speech in the windows until a position, which must be held. */
  float[] probabilities(long to) {
    return Arrays.copyOf(probabilities, (int) (to - start + WINDOW - 1) / WINDOW);
  }

  /** Drops the windows that lie before a position. */
  void dropUntil(long position) {
    int over = (int) Math.max(0, Math.min(count, position - start)) / WINDOW * WINDOW;
    System.arraycopy(samples, over, samples, 0, count - over);
    System.arraycopy(probabilities, over / WINDOW, probabilities, 0, (count - over) / WINDOW);
    start += over;
    count -= over;
  }

  /** The position in the second half at which a cut hurts least. */
  long quietest() {
    float[] known = Arrays.copyOf(probabilities, count / WINDOW);
    int to = Math.max(count / 2 + WINDOW, count - MARGIN);
    return start + new Quietness(Arrays.copyOf(samples, count), known).quietest(count / 2, to);
  }
}
