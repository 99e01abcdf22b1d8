// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds speakers if there must be more than the voices show. A speaker who is never alone is covered
 * by others, if present at all: so second speakers whose identity is a guess are taken for them,
 * from the shortest on. Nobody is made up beyond that: where nothing tells who else spoke, any turn
 * that is taken for somebody else is an error.
 */
final class AddedSpeakers {
  /** Samples it takes to say something. */
  private static final long LEAST = SpeakerTurn.TOGETHER * 16;

  private static final Comparator<Turn> SHORTEST =
      Comparator.comparingLong(Turn::length).thenComparingLong(Turn::start);

  private final int least;
  private final Map<Integer, Integer> left = new HashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private int speakers;

  /**
   * @param alone turns of which none overlap
   * @param beside overlapping turns whose speaker is a guess
   * @param speakers current number
   * @param least minimum number
   */
  AddedSpeakers(List<Turn> alone, List<Turn> beside, int speakers, int least) {
    this.speakers = speakers;
    this.least = least;
    List<Turn> joined = Turn.joined(beside);
    count(alone);
    count(joined);
    joined.stream().sorted(SHORTEST).forEach(this::whole);
    turns.addAll(alone);
  }

  private void count(List<Turn> turns) {
    turns.forEach(turn -> left.merge(turn.speaker(), 1, Integer::sum));
  }

  private void whole(Turn turn) {
    if (turn.length() >= LEAST) {
      give(turn);
    } else {
      turns.add(turn);
    }
  }

  /** Gives a turn to a new speaker, if one is missing and its present speaker keeps another. */
  private void give(Turn turn) {
    if (speakers < least && left.getOrDefault(turn.speaker(), 0) > 1) {
      left.merge(turn.speaker(), -1, Integer::sum);
      turns.add(turn.of(speakers++));
    } else {
      turns.add(turn);
    }
  }

  /** The number of speakers; below the minimum if nothing tells of more. */
  int speakers() {
    return speakers;
  }

  /** All turns, in no order. */
  List<Turn> turns() {
    return turns;
  }
}
