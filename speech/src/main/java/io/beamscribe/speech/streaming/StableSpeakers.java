// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers of speakers that stay the same when speech is divided among speakers anew. Not
 * thread-safe.
 */
final class StableSpeakers {
  /** As they were told when they were new. */
  private final List<SpeakerTurn> told = new ArrayList<>();

  private int count;

  /** How much of the speech of a new number had an old one. */
  private record Shared(int now, int then, long milliseconds) {}

  /**
   * The new turns with stable numbers: each speaker has the number under which most of its speech
   * was told, one number for one speaker, the clearest first; who has none gets a new one.
   *
   * @param turns with numbers of their own, in order of time
   * @param since when turns are new, in milliseconds
   */
  List<SpeakerTurn> of(List<SpeakerTurn> turns, long since) {
    Map<Integer, Integer> known = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Shared shared : shared(turns)) {
      if (!known.containsKey(shared.now()) && taken.add(shared.then())) {
        known.put(shared.now(), shared.then());
      }
    }
    List<SpeakerTurn> fresh = new ArrayList<>();
    for (SpeakerTurn turn : turns) {
      if (turn.endMilliseconds() > since) {
        int number = known.computeIfAbsent(turn.speaker(), speaker -> ++count);
        long start = Math.max(since, turn.startMilliseconds());
        fresh.add(new SpeakerTurn(number, turn.channel(), start, turn.endMilliseconds()));
      }
    }
    told.addAll(fresh);
    return fresh;
  }

  /** Forgets what was told of speech before a time in milliseconds. */
  void forget(long before) {
    told.removeIf(turn -> turn.endMilliseconds() <= before);
  }

  private List<Shared> shared(List<SpeakerTurn> turns) {
    Map<Integer, Map<Integer, Long>> times = new HashMap<>();
    for (SpeakerTurn now : turns) {
      for (SpeakerTurn then : told) {
        long time =
            Math.min(now.endMilliseconds(), then.endMilliseconds())
                - Math.max(now.startMilliseconds(), then.startMilliseconds());
        if (time > 0) {
          times
              .computeIfAbsent(now.speaker(), speaker -> new HashMap<>())
              .merge(then.speaker(), time, Long::sum);
        }
      }
    }
    List<Shared> all = new ArrayList<>();
    times.forEach((now, of) -> of.forEach((then, time) -> all.add(new Shared(now, then, time))));
    all.sort(
        Comparator.comparingLong(Shared::milliseconds)
            .reversed()
            .thenComparingInt(Shared::then)
            .thenComparingInt(Shared::now));
    return all;
  }
}
