// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Flags where several people speak at once, in one channel or in several: words and speakers are
 * less certain there. Each channel with speech at that time gets a flag.
 */
final class Overlaps {
  /** Kind of the flags. */
  static final String KIND = "overlap";

  private final List<Flag> flags = new ArrayList<>();
  private final List<SpeakerTurn> speaking = new ArrayList<>();
  private final TreeSet<Integer> channels = new TreeSet<>();
  private final TreeSet<Integer> speakers = new TreeSet<>();
  private long start;

  private Overlaps() {}

  /** The flags of a file, by channel, then by time. */
  static List<Flag> flags(List<SpeakerTurn> turns) {
    Overlaps overlaps = new Overlaps();
    turns.stream()
        .sorted(Comparator.comparingLong(SpeakerTurn::startMilliseconds))
        .forEach(overlaps::add);
    overlaps.pass(Long.MAX_VALUE);
    overlaps.flags.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    return overlaps.flags;
  }

  private void add(SpeakerTurn turn) {
    pass(turn.startMilliseconds());
    speaking.add(turn);
    if (speaking.size() == 2) {
      start = turn.startMilliseconds();
    }
    if (speaking.size() > 1) {
      for (SpeakerTurn each : speaking) {
        channels.add(each.channel());
        speakers.add(each.speaker());
      }
    }
  }

  /** Closes the turns that end before a time; when only one is left, the overlap ends. */
  private void pass(long time) {
    while (!speaking.isEmpty()) {
      SpeakerTurn first =
          speaking.stream().min(Comparator.comparingLong(SpeakerTurn::endMilliseconds)).get();
      if (first.endMilliseconds() > time) {
        return;
      }
      speaking.remove(first);
      if (speaking.size() == 1) {
        mark(first.endMilliseconds());
      }
    }
  }

  private void mark(long end) {
    if (end - start >= SpeakerTurn.TOGETHER) {
      String detail =
          "Speakers %s speak at once."
              .formatted(speakers.stream().map(String::valueOf).collect(joining(", ")));
      for (int channel : channels) {
        flags.add(new Flag(KIND, channel, start, end, detail));
      }
    }
    channels.clear();
    speakers.clear();
  }
}
