// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Who speaks at a time. Looks turns up in logarithmic time, so that words of many hours are
 * labelled quickly. Thread-safe.
 */
public final class TurnIndex {
  private final Map<Integer, Channel> channels = new HashMap<>();

  /** The turns of a channel by start, and the latest end up to each of them. */
  private record Channel(List<SpeakerTurn> turns, long[] latest) {}

  public TurnIndex(List<SpeakerTurn> turns) {
    Map<Integer, List<SpeakerTurn>> apart = new TreeMap<>();
    turns.forEach(
        turn -> apart.computeIfAbsent(turn.channel(), key -> new ArrayList<>()).add(turn));
    apart.forEach(
        (channel, own) -> {
          own.sort(Comparator.comparingLong(SpeakerTurn::startMilliseconds));
          long[] latest = new long[own.size()];
          for (int i = 0; i < latest.length; i++) {
            latest[i] = Math.max(i == 0 ? 0 : latest[i - 1], own.get(i).endMilliseconds());
          }
          channels.put(channel, new Channel(own, latest));
        });
  }

  /**
   * The speaker with most of a time range; the previous speaker if another speaks hardly longer; if
   * nobody speaks, the nearest.
   *
   * @param before the speaker before that time, or empty
   * @return empty if nobody ever speaks in the channel
   */
  public OptionalInt speaker(int channel, long start, long end, OptionalInt before) {
    Channel own = channels.get(channel);
    if (own == null) {
      return OptionalInt.empty();
    }
    Map<Integer, Long> spoken = new TreeMap<>();
    for (int i = firstBehind(own, start); i < own.turns().size(); i++) {
      SpeakerTurn turn = own.turns().get(i);
      if (turn.startMilliseconds() >= end) {
        break;
      }
      long common =
          Math.min(end, turn.endMilliseconds()) - Math.max(start, turn.startMilliseconds());
      if (common > 0) {
        spoken.merge(turn.speaker(), common, Long::sum);
      }
    }
    Optional<Map.Entry<Integer, Long>> most =
        spoken.entrySet().stream()
            .reduce((one, other) -> other.getValue() > one.getValue() ? other : one);
    if (most.isEmpty()) {
      return OptionalInt.of(nearest(own, start, end));
    }
    boolean goesOn =
        before.isPresent()
            && 10 * spoken.getOrDefault(before.getAsInt(), 0L) >= 9 * most.get().getValue();
    return goesOn ? before : OptionalInt.of(most.get().getKey());
  }

  /** Whether anybody speaks in a time range. */
  boolean isSpoken(int channel, long start, long end) {
    Channel own = channels.get(channel);
    if (own == null) {
      return false;
    }
    int first = firstBehind(own, start);
    return first < own.turns().size() && own.turns().get(first).startMilliseconds() < end;
  }

  /** The first turn that, or after which one, ends behind a time. */
  private static int firstBehind(Channel own, long time) {
    int low = 0;
    int high = own.latest().length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (own.latest()[middle] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static int nearest(Channel own, long start, long end) {
    int behind = firstBehind(own, start);
    if (behind == own.turns().size()) {
      return latestEnding(own, behind);
    }
    if (behind == 0) {
      return own.turns().get(0).speaker();
    }
    long before = start - own.latest()[behind - 1];
    long after = own.turns().get(behind).startMilliseconds() - end;
    return before <= after ? latestEnding(own, behind) : own.turns().get(behind).speaker();
  }

  /** The latest speaker of the turns before one. */
  private static int latestEnding(Channel own, int behind) {
    int i = behind - 1;
    while (own.turns().get(i).endMilliseconds() < own.latest()[behind - 1]) {
      i--;
    }
    return own.turns().get(i).speaker();
  }
}
