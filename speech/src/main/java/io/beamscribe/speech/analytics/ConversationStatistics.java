// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.analytics;

import io.beamscribe.speech.analytics.Conversation.Talker;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts how much each speaker talks, in one pass over the turns. */
public final class ConversationStatistics {
  /** Parts of a timeline. */
  static final int PARTS = 200;

  private final long duration;
  private final Map<Integer, Counts> speakers = new TreeMap<>();
  private final List<SpeakerTurn> speaking = new ArrayList<>();
  private long now;
  private long silence;
  private long overlap;

  private static final class Counts {
    private final double[] parts = new double[PARTS];
    private long milliseconds;
    private int turns;
    private int interruptions;
  }

  private ConversationStatistics(long duration) {
    this.duration = duration;
  }

  /**
   * Returns the figures of a file.
   *
   * @param names null where speakers have none
   * @param durationMilliseconds of the audio
   */
  public static Conversation of(
      List<SpeakerTurn> turns, @Nullable List<IdentifiedSpeaker> names, long durationMilliseconds) {
    ConversationStatistics count = new ConversationStatistics(Math.max(1, durationMilliseconds));
    turns.stream()
        .sorted(Comparator.comparingLong(SpeakerTurn::startMilliseconds))
        .forEach(count::add);
    count.pass(count.duration);
    return count.talk(names == null ? List.of() : names);
  }

  private void add(SpeakerTurn turn) {
    pass(turn.startMilliseconds());
    Counts own = speakers.computeIfAbsent(turn.speaker(), key -> new Counts());
    own.milliseconds += turn.durationMilliseconds();
    own.turns++;
    own.interruptions += speaking.stream().anyMatch(other -> interrupts(turn, other)) ? 1 : 0;
    spread(turn, own.parts);
    speaking.add(turn);
  }

  private static boolean interrupts(SpeakerTurn turn, SpeakerTurn other) {
    return other.speaker() != turn.speaker()
        && other.startMilliseconds() < turn.startMilliseconds()
        && other.endMilliseconds() >= turn.startMilliseconds() + SpeakerTurn.TOGETHER
        && other.endMilliseconds() < turn.endMilliseconds();
  }

  /** Advances to the time at which the next turn begins. */
  private void pass(long time) {
    while (now < time) {
      speaking.removeIf(turn -> turn.endMilliseconds() <= now);
      long next = speaking.stream().mapToLong(SpeakerTurn::endMilliseconds).reduce(time, Math::min);
      silence += speaking.isEmpty() ? next - now : 0;
      overlap += speaking.size() > 1 ? next - now : 0;
      now = next;
    }
  }

  private void spread(SpeakerTurn turn, double[] parts) {
    double length = duration / (double) PARTS;
    double end = Math.min(duration, turn.endMilliseconds());
    for (int i = (int) (turn.startMilliseconds() / length); i < PARTS && i * length < end; i++) {
      double from = Math.max(i * length, (double) turn.startMilliseconds());
      parts[i] += Math.max(0, Math.min((i + 1) * length, end) - from) / length;
    }
  }

  private Conversation talk(List<IdentifiedSpeaker> names) {
    long spoken = speakers.values().stream().mapToLong(counts -> counts.milliseconds).sum();
    List<Talker> talkers = new ArrayList<>();
    speakers.forEach(
        (speaker, counts) ->
            talkers.add(
                new Talker(
                    speaker,
                    name(speaker, names),
                    counts.milliseconds,
                    counts.milliseconds / (double) Math.max(1, spoken),
                    counts.turns,
                    counts.interruptions,
                    digits(counts.parts))));
    return new Conversation(silence / (double) duration, overlap / (double) duration, talkers);
  }

  private static @Nullable String name(int speaker, List<IdentifiedSpeaker> names) {
    return names.stream()
        .filter(each -> each.speaker() == speaker && each.hasName())
        .map(IdentifiedSpeaker::voice)
        .findFirst()
        .orElse(null);
  }

  private static String digits(double[] parts) {
    StringBuilder digits = new StringBuilder();
    for (double part : parts) {
      digits.append((int) Math.min(9, Math.ceil(part * 9 - 1e-9)));
    }
    return digits.toString();
  }
}
