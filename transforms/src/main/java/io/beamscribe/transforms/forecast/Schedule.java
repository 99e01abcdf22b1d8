// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;

/** The time that threads take for files, the longest first, and long ones in blocks. */
public final class Schedule {
  private static final double BLOCK_SECONDS = 300;

  private final List<Double> pieces = new ArrayList<>();

  /** Adds a file, by the length of its audio and the time that one thread takes for it. */
  public void add(double audioSeconds, double processingSeconds) {
    int blocks = (int) Math.max(1, Math.ceil(audioSeconds / BLOCK_SECONDS));
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
