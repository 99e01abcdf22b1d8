// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.ValueState;

/**
 * What a runner keeps of a session: the audio that no final phrase contains, chunks that came too
 * early, and two positions. Not thread-safe.
 */
final class SessionState {
  /** The position of a session that has ended. */
  private static final long ENDED = Long.MAX_VALUE;

  private final ValueState<Long> next;
  private final ValueState<Long> since;
  private final BagState<AudioChunk> kept;
  private final BagState<AudioChunk> early;

  /**
   * @param next position of the next sample that is to come
   * @param since position of the first sample that no final phrase contains
   */
  SessionState(
      ValueState<Long> next,
      ValueState<Long> since,
      BagState<AudioChunk> kept,
      BagState<AudioChunk> early) {
    this.next = next;
    this.since = since;
    this.kept = kept;
    this.early = early;
  }

  /** Whether something of it was heard, and more may come. */
  boolean isUnderWay() {
    return next.read() != null && !hasEnded();
  }

  boolean hasEnded() {
    return Long.valueOf(ENDED).equals(next.read());
  }

  /**
   * Position of the next sample that is to come.
   *
   * @param begin that of a session which is new
   */
  long next(long begin) {
    Long read = next.read();
    return read == null ? begin : read;
  }

  /**
   * Position of the first sample that no final phrase contains.
   *
   * @param begin that of a session which is new
   */
  long since(long begin) {
    Long read = since.read();
    return read == null ? begin : read;
  }

  void setNext(long position) {
    next.write(position);
  }

  void setSince(long position) {
    since.write(position);
  }

  /** Begins at a position, unless it has begun. */
  void begin(long position) {
    if (since.read() == null) {
      since.write(position);
    }
  }

  void keep(AudioChunk chunk) {
    kept.add(chunk);
  }

  /** What no final phrase contains, in order. */
  List<AudioChunk> kept() {
    return sorted(kept);
  }

  /** What waits for something before it, in order. */
  List<AudioChunk> early() {
    return sorted(early);
  }

  void keepEarly(AudioChunk chunk) {
    early.add(chunk);
  }

  /** Takes what waits, in order. */
  List<AudioChunk> takeEarly() {
    List<AudioChunk> waiting = sorted(early);
    early.clear();
    return waiting;
  }

  /** A chunk, and those that wait for it, as far as they follow one another. */
  List<AudioChunk> inOrder(AudioChunk come, List<AudioChunk> waiting) {
    List<AudioChunk> ready = new ArrayList<>(List.of(come));
    long end = come.end();
    for (AudioChunk chunk : waiting) {
      if (chunk.position() > end) {
        early.add(chunk);
      } else if (chunk.end() > end || chunk.last()) {
        ready.add(chunk);
        end = Math.max(end, chunk.end());
      }
    }
    return ready;
  }

  /** Leaves out what lies before a position; returns chunks of which nothing is left. */
  List<AudioChunk> drop(long settled) {
    List<AudioChunk> left = new ArrayList<>();
    List<AudioChunk> over = new ArrayList<>();
    List<AudioChunk> all = kept();
    for (int i = 0; i < all.size(); i++) {
      AudioChunk chunk = all.get(i);
      if (chunk.end() > settled) {
        left.add(chunk.from(settled));
      } else if (i == all.size() - 1) {
        left.add(chunk.from(chunk.end())); // says where the session is
      } else {
        over.add(chunk);
      }
    }
    kept.clear();
    left.forEach(kept::add);
    return over;
  }

  /** Keeps only that it has ended. */
  void end() {
    kept.clear();
    early.clear();
    next.write(ENDED);
  }

  /** Keeps nothing. */
  void clear() {
    next.clear();
    since.clear();
    kept.clear();
    early.clear();
  }

  private static List<AudioChunk> sorted(BagState<AudioChunk> chunks) {
    List<AudioChunk> sorted = new ArrayList<>();
    chunks.read().forEach(sorted::add);
    sorted.sort(Comparator.comparingLong(AudioChunk::position).thenComparing(AudioChunk::last));
    return sorted;
  }
}
