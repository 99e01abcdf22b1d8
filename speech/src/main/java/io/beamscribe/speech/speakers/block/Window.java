// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

/**
 * The output of the segmentation network for ten seconds: the activity of up to three local
 * speakers, whose numbers mean nothing beyond the window.
 */
public final class Window {
  /** Local speakers per window. */
  public static final int SPEAKERS = 3;

  /** The sets of speakers that the network knows: nobody, one, or two of three. */
  private static final int[] SETS = {0b000, 0b001, 0b010, 0b100, 0b011, 0b101, 0b110};

  static final int CLASSES = SETS.length;

  /** Frame of the block with which it begins. */
  final int first;

  private final float[][] activity = new float[SPEAKERS][Frames.WINDOW];
  private final float[] speech = new float[Frames.WINDOW];
  private final float[] overlap = new float[Frames.WINDOW];

  /**
   * @param logarithms of the probabilities of the sets, frame by frame
   */
  Window(int first, float[] logarithms) {
    this.first = first;
    for (int frame = 0; frame < Frames.WINDOW; frame++) {
      for (int set = 0; set < CLASSES; set++) {
        float probability = (float) Math.exp(logarithms[frame * CLASSES + set]);
        for (int speaker = 0; speaker < SPEAKERS; speaker++) {
          if ((SETS[set] >> speaker & 1) == 1) {
            activity[speaker][frame] += probability;
          }
        }
        speech[frame] += set > 0 ? probability : 0;
        overlap[frame] += set > SPEAKERS ? probability : 0;
      }
    }
  }

  /** The frame of the block after its last. */
  int end() {
    return first + Frames.WINDOW;
  }

  /** The probability that a local speaker speaks in a frame of this window. */
  float activity(int speaker, int frame) {
    return activity[speaker][frame];
  }

  boolean active(int speaker, int frame) {
    return activity[speaker][frame] > .5f;
  }

  /** Whether a local speaker speaks and no other does. */
  boolean alone(int speaker, int frame) {
    for (int other = 0; other < SPEAKERS; other++) {
      if (active(other, frame) != (other == speaker)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a local speaker speaks at all. */
  boolean speaks(int speaker) {
    for (float each : activity[speaker]) {
      if (each > .5f) {
        return true;
      }
    }
    return false;
  }

  /** Whether two local speakers speak at once in any frame. */
  boolean together(int one, int other) {
    for (int frame = 0; frame < Frames.WINDOW; frame++) {
      if (active(one, frame) && active(other, frame)) {
        return true;
      }
    }
    return false;
  }

  /** The probability that anybody speaks. */
  float speech(int frame) {
    return speech[frame];
  }

  /** The probability that two speak at once. */
  float overlap(int frame) {
    return overlap[frame];
  }
}
