// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.Said;
import java.util.ArrayList;
import java.util.List;

/** Finds the silences of a call, and tells holds from pauses. */
final class Silences {
  /** Shorter ones are pauses of speech. */
  private static final long LEAST = 3000;

  /** A silence of this length is a hold, whatever was said. */
  private static final long HOLD = 15_000;

  /** One of this length is if somebody has just asked to wait. */
  private static final long ASKED_HOLD = 5000;

  /** So long before it, in milliseconds. */
  private static final long JUST = 15_000;

  private Silences() {}

  static List<Silence> of(Floor floor, List<Said> said, Cues cues) {
    List<Stretch> spoken = Floor.union(floor.turns());
    List<Silence> silences = new ArrayList<>();
    for (int i = 1; i < spoken.size(); i++) {
      Stretch before = spoken.get(i - 1);
      long from = before.offsetMilliseconds() + before.durationMilliseconds();
      long length = spoken.get(i).offsetMilliseconds() - from;
      if (length >= LEAST) {
        boolean hold = length >= HOLD || length >= ASKED_HOLD && isAsked(said, cues, from);
        silences.add(new Silence(from, length, hold));
      }
    }
    return silences;
  }

  private static boolean isAsked(List<Said> said, Cues cues, long from) {
    return said.stream()
        .filter(
            each ->
                each.phrase().startMilliseconds() < from
                    && each.phrase().endMilliseconds() > from - JUST)
        .anyMatch(each -> cues.count(Cues.Kind.HOLD, each.words()) > 0);
  }
}
