// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One speaker speaks, in samples; speakers are not numbered in order yet. */
record Turn(int speaker, int channel, long start, long end) {
  private static final Comparator<Turn> BY_START =
      Comparator.comparingLong(Turn::start)
          .thenComparingInt(Turn::channel)
          .thenComparingLong(Turn::end)
          .thenComparingInt(Turn::speaker);

  long length() {
    return end - start;
  }

  /** The same turn of another speaker. */
  Turn of(int other) {
    return new Turn(other, channel, start, end);
  }

  /** The speakers numbered from 1 in the order in which they start to speak. */
  static Map<Integer, Integer> numbers(List<Turn> turns) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Turn turn : turns.stream().sorted(BY_START).toList()) {
      numbers.putIfAbsent(turn.speaker(), numbers.size() + 1);
    }
    return numbers;
  }

  /** The turns with the numbers of their speakers. */
  static List<SpeakerTurn> numbered(List<Turn> turns, Map<Integer, Integer> numbers) {
    List<SpeakerTurn> numbered = new ArrayList<>();
    for (Turn turn : turns.stream().sorted(BY_START).toList()) {
      numbered.add(
          new SpeakerTurn(
              requireNonNull(numbers.get(turn.speaker())),
              turn.channel(),
              milliseconds(turn.start()),
              milliseconds(turn.end())));
    }
    return numbered;
  }

  /** Merges turns of one speaker that touch or overlap. */
  static List<Turn> joined(List<Turn> turns) {
    Map<Integer, Turn> last = new HashMap<>();
    List<Turn> joined = new ArrayList<>();
    for (Turn turn : turns.stream().sorted(BY_START).toList()) {
      Turn before = last.get(turn.speaker());
      if (before != null && turn.start() <= before.end()) {
        last.put(
            turn.speaker(),
            new Turn(
                turn.speaker(),
                turn.channel(),
                before.start(),
                Math.max(before.end(), turn.end())));
      } else {
        if (before != null) {
          joined.add(before);
        }
        last.put(turn.speaker(), turn);
      }
    }
    joined.addAll(last.values());
    return joined;
  }

  private static long milliseconds(long samples) {
    return (samples + 8) / 16;
  }
}
