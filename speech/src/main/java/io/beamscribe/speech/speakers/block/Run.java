// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A half-open range of frames. */
record Run(int from, int to) {
  /** The longest runs within a range whose frames all have a property, in order of time. */
  static List<Run> where(int from, int to, IntPredicate property) {
    List<Run> runs = new ArrayList<>();
    int begin = from;
    for (int frame = from; frame <= to; frame++) {
      if (frame == to || !property.test(frame)) {
        if (frame > begin) {
          runs.add(new Run(begin, frame));
        }
        begin = frame + 1;
      }
    }
    return runs;
  }

  /** Number of frames. */
  int length() {
    return to - from;
  }
}
