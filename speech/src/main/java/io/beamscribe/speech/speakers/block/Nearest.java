// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.Collections;
import java.util.List;

/** Finds the frame nearest to another among some: in the same speech if there is one. */
final class Nearest {
  private final List<Integer> frames;

  /**
   * @param frames ascending, not empty
   */
  Nearest(List<Integer> frames) {
    this.frames = frames;
  }

  int to(int frame, Run run) {
    int found = Collections.binarySearch(frames, frame);
    if (found >= 0) {
      return frame;
    }
    int behind = -found - 1;
    boolean hasAfter = behind < frames.size();
    boolean hasBefore = behind > 0;
    if (!hasAfter || !hasBefore) {
      return frames.get(hasAfter ? behind : behind - 1);
    }
    int before = frames.get(behind - 1);
    int after = frames.get(behind);
    boolean beforeInside = before >= run.from();
    boolean afterInside = after < run.to();
    if (beforeInside != afterInside) {
      return beforeInside ? before : after;
    }
    return frame - before <= after - frame ? before : after;
  }
}
