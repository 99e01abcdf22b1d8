package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes speakers where there must be more than voices tell. Who was never heard alone was heard
 * under others, if at all: so those come first who speak beside others and are not known for sure.
 * Then the shortest turns, and no more of them than somebody needs to say something: nothing tells
 * who else spoke, and so it does the least harm.
 */
final class UnheardSpeakers {
  /** Samples in which something is said. */
  private static final long LEAST = SpeakerTurn.TOGETHER * 16;

  private static final Comparator<Turn> SHORTEST =
      Comparator.comparingLong(Turn::length).thenComparingLong(Turn::start);

  private final int least;
  private final Map<Integer, Integer> left = new HashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private int speakers;

  /**
   * @param alone turns of which none overlap
   * @param beside turns beside them, of which it is guessed whose they are
   * @param speakers how many there are
   * @param least how many there must be
   */
  UnheardSpeakers(List<Turn> alone, List<Turn> beside, int speakers, int least) {
    this.speakers = speakers;
    this.least = least;
    List<Turn> joined = Turn.joined(beside);
    count(alone);
    count(joined);
    joined.stream().sorted(SHORTEST).forEach(this::whole);
    alone.stream().sorted(SHORTEST).forEach(this::part);
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

  private void part(Turn turn) {
    if (speakers < least && turn.length() >= 2 * LEAST) {
      long end = turn.start() + LEAST;
      turns.add(new Turn(speakers++, turn.channel(), turn.start(), end));
      turns.add(new Turn(turn.speaker(), turn.channel(), end, turn.end()));
    } else {
      give(turn);
    }
  }

  /** To a speaker of its own, if one is missing and who has it now keeps another. */
  private void give(Turn turn) {
    if (speakers < least && left.get(turn.speaker()) > 1) {
      left.merge(turn.speaker(), -1, Integer::sum);
      turns.add(turn.of(speakers++));
    } else {
      turns.add(turn);
    }
  }

  /** How many speakers there are now; less than there must be where there are not turns enough. */
  int speakers() {
    return speakers;
  }

  /** All turns, in no order. */
  List<Turn> turns() {
    return turns;
  }
}
