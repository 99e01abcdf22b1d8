// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

/**
 * The time of the segmentation network: a frame every 270 samples, of which it sees 991 around the
 * middle, and 589 frames in its window of ten seconds.
 */
public final class Frames {
  /** Samples from frame to frame, 16.875 ms. */
  public static final int HOP = 270;

  /** Of a window. */
  public static final int WINDOW = 589;

  /** Samples of a window. */
  static final int WINDOW_SAMPLES = 160_000;

  static final double SECONDS = HOP / 16_000.0;

  /** Of the first frame, without what it shares with its neighbours. */
  private static final int FIRST = 360;

  private Frames() {}

  /** Where the frame begins, in samples; the first one takes what is before it. */
  static int start(int frame) {
    return frame == 0 ? 0 : frame * HOP + FIRST;
  }

  /** The frame that a sample belongs to. */
  static int at(int sample) {
    return Math.max(0, Math.floorDiv(sample - FIRST, HOP));
  }

  /** The middle of the frame, in samples. */
  static int middle(int frame) {
    return frame * HOP + FIRST + HOP / 2;
  }
}
