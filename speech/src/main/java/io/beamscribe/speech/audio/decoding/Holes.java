// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places of a file without samples. They read as silence and are stored nowhere, so that a hole
 * costs nothing, however long it is. Immutable.
 *
 * @param holes ascending
 * @param jumps of the clock that are no holes
 * @param decoded number of samples between them
 * @param skipped samples by which the file's own count is ahead for no reason of interest
 */
record Holes(List<Hole> holes, List<Jump> jumps, long decoded, long skipped) {
  /**
   * A place without samples.
   *
   * @param position decoded samples before it
   * @param length in samples
   * @param time of the next packet, as the file has it
   */
  record Hole(long position, long length, long time) {}

  /**
   * A jump of the clock that was not followed.
   *
   * @param position decoded samples before it
   * @param length in samples
   */
  record Jump(long position, long length) {}

  Holes {
    holes = List.copyOf(holes);
    jumps = List.copyOf(jumps);
  }

  /** None between so many samples. */
  static Holes none(long decoded) {
    return new Holes(List.of(), List.of(), decoded, 0);
  }

  /** The same with other holes; those that are no longer among them were none. */
  Holes with(List<Hole> others) {
    return new Holes(others, jumps, decoded, skipped + length(holes) - length(others));
  }

  /** These holes, and behind them those of what follows. */
  Holes and(Holes next) {
    List<Hole> all = new ArrayList<>(holes);
    next.holes.forEach(
        hole -> all.add(new Hole(decoded + hole.position(), hole.length(), hole.time())));
    List<Jump> set = new ArrayList<>(jumps);
    next.jumps.forEach(jump -> set.add(new Jump(decoded + jump.position(), jump.length())));
    return new Holes(all, set, decoded + next.decoded, skipped + next.skipped);
  }

  /** Samples and silence together. */
  long frames() {
    return decoded + length(holes);
  }

  /** Samples by which the file's own count is ahead of {@link #frames} at the end. */
  long ahead() {
    return skipped + jumps.stream().mapToLong(Jump::length).sum();
  }

  private static long length(List<Hole> holes) {
    return holes.stream().mapToLong(Hole::length).sum();
  }

  /** The position in the file of a decoded sample, which is before a hole that begins there. */
  long before(long position) {
    long silence = 0;
    for (Hole hole : holes) {
      if (hole.position() >= position) {
        break;
      }
      silence += hole.length();
    }
    return position + silence;
  }

  /** The bytes of the file from a position on. */
  ReadableByteChannel from(Spool spool, int frameBytes, long start) {
    return new Filled(spool, frameBytes, start);
  }

  private final class Filled implements ReadableByteChannel {
    private final Spool spool;
    private final int frameBytes;

    /** Bytes of the spool that are behind, of silence still to come, and the next hole. */
    private long stored;

    private long silence;
    private int next;

    Filled(Spool spool, int frameBytes, long start) {
      this.spool = spool;
      this.frameBytes = frameBytes;
      long left = start;
      while (left > 0) {
        long part = Math.min(left, silence > 0 ? silence : toNextHole());
        advance(part);
        left -= part;
      }
    }

    private long toNextHole() {
      if (next == holes.size()) {
        return Long.MAX_VALUE;
      }
      long distance = holes.get(next).position() * frameBytes - stored;
      if (distance == 0) {
        silence = holes.get(next++).length() * frameBytes;
        return silence;
      }
      return distance;
    }

    private void advance(long count) {
      if (silence > 0) {
        silence -= count;
      } else {
        stored += count;
      }
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
      long most = silence > 0 ? silence : toNextHole();
      int limit = to.limit();
      to.limit((int) Math.min(limit, to.position() + Math.min(most, Integer.MAX_VALUE / 2)));
      try {
        int count = silence > 0 ? zeros(to) : spool.readAt(stored, to);
        advance(Math.max(0, count));
        return count;
      } finally {
        to.limit(limit);
      }
    }

    private static int zeros(ByteBuffer to) {
      int count = to.remaining();
      Arrays.fill(
          to.array(),
          to.arrayOffset() + to.position(),
          to.arrayOffset() + to.position() + count,
          (byte) 0);
      to.position(to.position() + count);
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
