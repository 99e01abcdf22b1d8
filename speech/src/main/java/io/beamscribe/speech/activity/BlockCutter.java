// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.ActivityOptions.samples;

import io.beamscribe.speech.audio.Envelope;
import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into blocks of about two minutes, the unit of parallel work. Blocks are similar in
 * length, or whole units, and even in number, so that two threads finish together. A boundary is
 * the quietest half second around its nominal position; it depends only on the envelope there and
 * on the length of the file, so both neighbours find the same one.
 */
public final class BlockCutter {
  /** The longest file that is not cut: 120 s. */
  public static final long LONGEST = 120L * SampleRange.RATE;

  /**
   * Frames on each side of a boundary over which its loudness is measured: half a second in total.
   */
  private static final int SMOOTHING = 12;

  private final BlockOptions options;

  public BlockCutter(BlockOptions options) {
    this.options = options;
  }

  /** {@link #blocks} of similar length. */
  public static List<SampleRange> cut(Envelope envelope, long samples) {
    return new BlockCutter(BlockOptions.ALIKE).blocks(envelope, samples);
  }

  /**
   * The blocks of a file, in order, without gap or overlap. None is longer than {@link
   * BlockOptions#longest} and twice the reach, and none of several shorter than half of the longest
   * less a unit and twice the reach.
   *
   * @param envelope loudness of the file; where it ends before the file, the rest counts as silence
   * @param samples length of the file at 16 kHz
   */
  public List<SampleRange> blocks(Envelope envelope, long samples) {
    List<SampleRange> blocks = new ArrayList<>();
    long count = count(samples);
    long start = 0;
    for (long i = 1; i < count; i++) {
      long border = quietest(envelope.meanSquares(), nominal(samples, i, count));
      blocks.add(new SampleRange(start, border));
      start = border;
    }
    if (start < samples) {
      blocks.add(new SampleRange(start, samples));
    }
    return List.copyOf(blocks);
  }

  /** Number of blocks of a file of so many samples. */
  public long count(long samples) {
    return samples <= LONGEST ? 1 : 2 * ceiling(samples, 2L * samples(options.longest()));
  }

  private long nominal(long samples, long border, long count) {
    if (options.unit().isZero()) {
      return samples / count * border;
    }
    long units = ceiling(samples, samples(options.unit()));
    long before = (2 * border * units + count) / (2 * count); // to the nearest
    return samples / units * before;
  }

  private static long ceiling(long a, long b) {
    return (a + b - 1) / b;
  }

  /** Of equally quiet places the one nearest to the nominal border, of two such the earlier. */
  private long quietest(float[] meanSquares, long nominal) {
    int middle = Math.toIntExact(nominal / Envelope.FRAME);
    int reach = samples(options.reach()) / Envelope.FRAME;
    int best = middle;
    double least = loudness(meanSquares, middle);
    for (int distance = 1; distance <= reach; distance++) {
      for (int frame : new int[] {middle - distance, middle + distance}) {
        double loudness = loudness(meanSquares, frame);
        if (loudness < least) {
          least = loudness;
          best = frame;
        }
      }
    }
    return Envelope.start(best);
  }

  /** Energy around a frame, summed afresh each time: a running sum would depend on its start. */
  private static double loudness(float[] meanSquares, int frame) {
    double sum = 0;
    int end = Math.min(frame + SMOOTHING, meanSquares.length - 1);
    for (int i = frame - SMOOTHING; i <= end; i++) {
      sum += meanSquares[i];
    }
    return sum;
  }
}
