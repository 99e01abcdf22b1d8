// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.PackedRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts rows, one per file, in little memory: runs of a few thousand are sorted and packed, and
 * merged at the end. If a file was added more than once, a success outweighs a failure. Not
 * thread-safe.
 */
final class SortedRows {
  private static final int RUN = 4096;

  private static final Comparator<FileReport> ORDER =
      Comparator.comparing(FileReport::source)
          .thenComparing(FileReport::sourceUrl)
          .thenComparing(FileReport::status);

  private final List<PackedRows> runs = new ArrayList<>();
  private final List<FileReport> loose = new ArrayList<>();

  void add(FileReport row) {
    loose.add(row);
    if (loose.size() == RUN) {
      pack();
    }
  }

  private void pack() {
    loose.sort(ORDER);
    PackedRows run = new PackedRows();
    run.addAll(loose);
    runs.add(run);
    loose.clear();
  }

  /** All rows sorted by source; call once, after all were added. */
  PackedRows merged() {
    pack();
    PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing((Head head) -> head.row, ORDER));
    for (PackedRows run : runs) {
      new Head(run.iterator()).advance(heads);
    }
    runs.clear();
    PackedRows merged = new PackedRows();
    FileReport last = null;
    while (!heads.isEmpty()) {
      Head least = heads.poll();
      FileReport row = requireNonNull(least.row);
      if (last == null || !isSame(last, row)) {
        merged.add(row);
        last = row;
      }
      least.advance(heads);
    }
    return merged;
  }

  private static boolean isSame(FileReport one, FileReport other) {
    return one.source().equals(other.source()) && one.sourceUrl().equals(other.sourceUrl());
  }

  /** The next row of a run. */
  private static final class Head {
    private final Iterator<FileReport> rest;
    private @Nullable FileReport row;

    Head(Iterator<FileReport> rest) {
      this.rest = rest;
    }

    void advance(PriorityQueue<Head> heads) {
      if (rest.hasNext()) {
        row = rest.next();
        heads.add(this);
      }
    }
  }
}
