// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Draws the segments of which a transcript by hand is worth most, one by one. The worth of a
 * segment is the expected share of its words that are wrong; halved as far as its words are in
 * segments drawn before; and divided by one plus the number drawn before of the same file, plus
 * that of the same speaker. A segment with the words of one drawn before is never drawn. The same
 * segments give the same draw, in whichever order they were added. Not thread-safe.
 */
public final class Draw {
  /** Of so many of the least sure segments is drawn, so that memory is bounded. */
  private static final int MOST = 20_000;

  private static final Comparator<Segment> SUREST_FIRST =
      Comparator.comparingDouble(Segment::confidence).thenComparing(Segment.BY_PLACE).reversed();

  private final int ofOneFile;
  private final PriorityQueue<Segment> candidates = new PriorityQueue<>(SUREST_FIRST);
  private final PriorityQueue<Valued> queue = new PriorityQueue<>(Valued.BEST_FIRST);
  private final Map<String, Integer> drawnOfFile = new HashMap<>();
  private final Map<String, Integer> drawnOfSpeaker = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<Set<String>> drawnWords = new HashSet<>();
  private final Set<String> unusable = new HashSet<>();

  private record Valued(double value, Segment segment) {
    static final Comparator<Valued> BEST_FIRST =
        Comparator.comparingDouble(Valued::value)
            .reversed()
            .thenComparing(Valued::segment, Segment.BY_PLACE);
  }

  /**
   * @param count how many are wanted at most
   */
  public Draw(int count) {
    this.ofOneFile = count;
  }

  /** Adds all segments of a result, before any is drawn. */
  public void add(List<Segment> ofResult) {
    ofResult.stream().sorted(SUREST_FIRST.reversed()).limit(ofOneFile).forEach(candidates::add);
    while (candidates.size() > MOST) {
      candidates.poll();
    }
  }

  /** Leaves out what was not drawn yet of a result, as when its audio cannot be read. */
  public void leaveOut(String result) {
    unusable.add(result);
  }

  /** The next segment, if there is one. */
  public Optional<Segment> next() {
    for (Segment each = candidates.poll(); each != null; each = candidates.poll()) {
      queue.add(new Valued(value(each), each));
    }
    // A value only ever falls, so one that is still ahead of the old values of others is the best.
    for (Valued best = queue.poll(); best != null; best = queue.poll()) {
      Segment segment = best.segment();
      if (unusable.contains(segment.result()) || drawnWords.contains(segment.words())) {
        continue;
      }
      Valued now = new Valued(value(segment), segment);
      Valued other = queue.peek();
      if (other == null || Valued.BEST_FIRST.compare(now, other) <= 0) {
        return Optional.of(segment);
      }
      queue.add(now);
    }
    return Optional.empty();
  }

  /** Counts a segment as drawn: those after it are chosen to differ from it. */
  public void take(Segment segment) {
    drawnOfFile.merge(segment.result(), 1, Integer::sum);
    drawnOfSpeaker.merge(segment.speaker(), 1, Integer::sum);
    words.addAll(segment.words());
    drawnWords.add(segment.words());
  }

  private double value(Segment segment) {
    double known = segment.words().stream().filter(words::contains).count();
    double repeated = known / Math.max(1, segment.words().size());
    int drawn =
        drawnOfFile.getOrDefault(segment.result(), 0)
            + drawnOfSpeaker.getOrDefault(segment.speaker(), 0);
    return (1 - segment.confidence()) * (1 - repeated / 2) / (1 + drawn);
  }
}
