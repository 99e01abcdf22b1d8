// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.results;

import java.io.Serializable;

/**
 * How far the times of words that are right are from those of the reference.
 *
 * @param words number of words
 * @param start sum of the distances of their starts, in seconds
 * @param end sum of the distances of their ends, in seconds
 * @param within50 words with both within 50 ms
 * @param within100 words with both within 100 ms
 * @param within200 words with both within 200 ms
 */
public record WordTimes(
    long words, double start, double end, long within50, long within100, long within200)
    implements Serializable {
  public static final WordTimes NONE = new WordTimes(0, 0, 0, 0, 0, 0);

  /**
   * The times of one word.
   *
   * @param startOff distance in seconds
   * @param endOff distance in seconds
   */
  public static WordTimes of(double startOff, double endOff) {
    double most = Math.max(startOff, endOff) - 1e-9;
    return new WordTimes(
        1, startOff, endOff, most <= 0.05 ? 1 : 0, most <= 0.1 ? 1 : 0, most <= 0.2 ? 1 : 0);
  }

  public WordTimes plus(WordTimes other) {
    return new WordTimes(
        words + other.words,
        start + other.start,
        end + other.end,
        within50 + other.within50,
        within100 + other.within100,
        within200 + other.within200);
  }
}
