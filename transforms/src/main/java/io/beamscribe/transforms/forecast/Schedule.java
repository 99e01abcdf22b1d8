// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

import io.beamscribe.speech.activity.BlockCutter;
import io.beamscribe.speech.activity.BlockOptions;
import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;

/** The time that threads take for files, the longest first, and long ones in blocks. */
public final class Schedule {
  private final BlockCutter cutter;
  private final List<Double> pieces = new ArrayList<>();

  /**
   * @param blocks into which files are cut
   */
  public Schedule(BlockOptions blocks) {
    this.cutter = new BlockCutter(blocks);
  }

  /** Adds a file, by the length of its audio and the time that one thread takes for it. */
  public void add(double audioSeconds, double processingSeconds) {
    long blocks = Math.max(1, cutter.count(Math.round(audioSeconds * SampleRange.RATE)));
    DoubleStream.generate(() -> processingSeconds / blocks).limit(blocks).forEach(pieces::add);
  }

  /** Seconds until so many threads are done. */
  public double seconds(int threads) {
    PriorityQueue<Double> busy = new PriorityQueue<>();
    for (int i = 0; i < threads; i++) {
      busy.add(0.0);
    }
    double last = 0;
    for (double piece : pieces.stream().sorted(Comparator.reverseOrder()).toList()) {
      double end = busy.remove() + piece;
      busy.add(end);
      last = Math.max(last, end);
    }
    return last;
  }
}
