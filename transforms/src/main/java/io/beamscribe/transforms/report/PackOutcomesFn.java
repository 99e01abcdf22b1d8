// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import io.beamscribe.transforms.telemetry.CountFilesFn;
import io.beamscribe.transforms.values.FileOutcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;

/** Counts finished files and packs their outcomes, a bundle at a time. */
@Internal
public final class PackOutcomesFn extends DoFn<FileOutcome, byte[]> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 1000;

  private final String run;
  private transient List<FileOutcome> ends = new ArrayList<>();

  public PackOutcomesFn(String run) {
    this.run = run;
  }

  @StartBundle
  public void start() {
    ends = new ArrayList<>();
  }

  @ProcessElement
  public void add(@Element FileOutcome end, OutputReceiver<byte[]> out) {
    CountFilesFn.count(run, end.row());
    ends.add(end);
    if (ends.size() == MOST) {
      out.output(OutcomePacks.PACKS.pack(ends));
      ends.clear();
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    if (!ends.isEmpty()) {
      context.output(
          OutcomePacks.PACKS.pack(ends),
          GlobalWindow.INSTANCE.maxTimestamp(),
          GlobalWindow.INSTANCE);
    }
  }
}
