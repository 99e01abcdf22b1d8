// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Flags speakers who are hardly ever heard alone: nobody can say by their voice whether they are
 * one of the others.
 */
final class UncertainSpeakers {
  /** Kind of the flags. */
  static final String KIND = "uncertainSpeaker";

  /** Milliseconds alone from which a voice can be told from others. */
  private static final long HEARD = 500;

  private final TreeMap<Long, List<SpeakerTurn>> begins = new TreeMap<>();
  private final TreeMap<Long, List<SpeakerTurn>> ends = new TreeMap<>();
  private final TreeMap<Integer, Long> alone = new TreeMap<>();
  private final List<SpeakerTurn> turns;

  private UncertainSpeakers(List<SpeakerTurn> turns) {
    this.turns = turns;
    for (SpeakerTurn turn : turns) {
      begins.computeIfAbsent(turn.startMilliseconds(), key -> new ArrayList<>()).add(turn);
      ends.computeIfAbsent(turn.endMilliseconds(), key -> new ArrayList<>()).add(turn);
      alone.put(turn.speaker(), 0L);
    }
  }

  /**
   * The flags of a channel, one for each such speaker, over all of that speaker's turns.
   *
   * @param turns of one channel
   */
  static List<Flag> flags(List<SpeakerTurn> turns) {
    UncertainSpeakers speakers = new UncertainSpeakers(turns);
    speakers.count();
    List<Flag> flags = new ArrayList<>();
    for (Map.Entry<Integer, Long> speaker : speakers.alone.entrySet()) {
      if (speakers.alone.size() > 1 && speaker.getValue() < HEARD) {
        flags.add(speakers.flag(speaker.getKey(), speaker.getValue()));
      }
    }
    return flags;
  }

  private void count() {
    TreeSet<Long> times = new TreeSet<>(begins.keySet());
    times.addAll(ends.keySet());
    List<SpeakerTurn> speaking = new ArrayList<>();
    long before = 0;
    for (long time : times) {
      if (speaking.size() == 1) {
        alone.merge(speaking.get(0).speaker(), time - before, Long::sum);
      }
      speaking.removeAll(ends.getOrDefault(time, List.of()));
      speaking.addAll(begins.getOrDefault(time, List.of()));
      before = time;
    }
  }

  private Flag flag(int speaker, long milliseconds) {
    List<SpeakerTurn> own = turns.stream().filter(turn -> turn.speaker() == speaker).toList();
    long start = own.stream().mapToLong(SpeakerTurn::startMilliseconds).min().orElseThrow();
    long end = own.stream().mapToLong(SpeakerTurn::endMilliseconds).max().orElseThrow();
    String detail =
        String.format(
            Locale.ROOT,
            "Speaker %d is heard alone for %.1f s only, and may be one of the others.",
            speaker,
            milliseconds / 1e3);
    return new Flag(KIND, own.get(0).channel(), start, end, detail);
  }
}
