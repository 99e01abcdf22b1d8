// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Where decoded samples are in time, from the times of their packets. Packets that follow each
 * other stay together, whatever their times are rounded to; a packet that is late leaves a hole. No
 * sample is ever dropped: where times go back, as in files that were joined, or jump absurdly far,
 * the clock is taken to have been set and time goes on. A packet or a few whose time is wrong,
 * after which the times go on as before, change nothing.
 */
final class Timeline {
  /** Less is rounding, or the jitter of a network: 100 ms, as ffmpeg's own compensation has it. */
  static final long TOLERANCE = SampleRange.RATE / 10;

  /** What begins less late than this is the rounding of a container: 1 ms. */
  private static final long START_TOLERANCE = SampleRange.RATE / 1000;

  /** Longest hole; where more is missing, a clock was set: one hour. */
  static final long LONGEST = 3600L * SampleRange.RATE;

  /** Wrong times are recognised within so many samples. */
  private static final long WRONG = SampleRange.RATE;

  private static final int MAX_HOLES = 100_000;

  private final List<Holes.Hole> holes = new ArrayList<>();
  private final List<Holes.Jump> jumps = new ArrayList<>();
  private final long longestTotal;
  private long first;
  private long decoded;
  private long inserted;
  private long offset;
  private long expected;
  private Mark mark = new Mark(-WRONG, 0, 0, 0, 0);

  /** The state before a jump, to which a return leads back. */
  private record Mark(long decoded, long offset, long inserted, int holes, int jumps) {}

  /**
   * @param longestTotal samples and holes that a file may have
   */
  Timeline(long longestTotal) {
    this.longestTotal = longestTotal;
  }

  /**
   * Adds the next packet.
   *
   * @param time of its first sample, in samples from any origin
   */
  void add(long time, long samples) {
    if (decoded == 0) {
      first = time;
      offset = -time;
    } else {
      place(time);
    }
    decoded += samples;
    expected = time + samples;
  }

  private void place(long time) {
    long step = time - expected;
    if (Math.abs(step) > TOLERANCE && !isBack(time)) {
      mark = new Mark(decoded, offset, inserted, holes.size(), jumps.size());
      if (step < 0 || step > LONGEST) {
        offset -= step;
        if (step > LONGEST && jumps.size() < MAX_HOLES) {
          jumps.add(new Holes.Jump(decoded, step));
        }
      }
    }
    long late = time + offset - decoded - inserted;
    if (late > TOLERANCE && holes.size() < MAX_HOLES && decoded + inserted + late <= longestTotal) {
      holes.add(new Holes.Hole(decoded, late, time));
      inserted += late;
    }
  }

  /** Whether times go on as before the last jump; then it is forgotten. */
  private boolean isBack(long time) {
    long off = time + mark.offset - decoded - mark.inserted;
    if (decoded - mark.decoded > WRONG || Math.abs(off) > TOLERANCE) {
      return false;
    }
    offset = mark.offset;
    inserted = mark.inserted;
    holes.subList(mark.holes, holes.size()).clear();
    jumps.subList(mark.jumps, jumps.size()).clear();
    return true;
  }

  /**
   * The holes, that before the first sample included.
   *
   * @param start time at which the file begins, in seconds from the origin of the packets; NaN if
   *     it begins with its first sample
   * @param stored number of samples that were in fact decoded
   */
  Holes holes(double start, long stored) {
    List<Holes.Hole> all = new ArrayList<>();
    long late = Double.isNaN(start) ? 0 : first - Math.round(start * SampleRange.RATE);
    if (decoded > 0 && late > LONGEST) {
      jumps.add(0, new Holes.Jump(0, late));
    } else if (late > START_TOLERANCE && decoded + inserted + late <= longestTotal) {
      all.add(new Holes.Hole(0, late, first));
    }
    all.addAll(holes);
    all.removeIf(hole -> hole.position() > stored);
    return new Holes(all, jumps, stored, 0);
  }
}
