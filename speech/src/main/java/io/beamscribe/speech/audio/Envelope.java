// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

/**
 * Loudness over time: the mean square of each frame of {@link #FRAME} samples at {@link
 * SampleRange#RATE} Hz, the loudest channel of each frame. Ten hours take 7 MB.
 */
public record Envelope(float[] meanSquares) {
  /** Samples of a frame: 20 ms. */
  public static final int FRAME = 320;

  /** Position of the first sample of a frame. */
  public static long start(int frame) {
    return (long) frame * FRAME;
  }
}
