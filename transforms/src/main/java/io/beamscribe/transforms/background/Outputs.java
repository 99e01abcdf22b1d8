// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/** Buffers outputs of background work until the runner collects them. Not thread-safe. */
final class Outputs implements MultiOutputReceiver {
  private final List<Output<?>> kept = new ArrayList<>();

  /**
   * Emits all outputs, in the same order.
   *
   * @param time timestamp of the element; null for the runner's
   */
  void replay(MultiOutputReceiver out, @Nullable Instant time) {
    kept.forEach(output -> output.replay(out, time));
  }

  @Override
  public <T> OutputReceiver<T> get(TupleTag<T> tag) {
    return new OutputReceiver<>() {
      @Override
      public OutputBuilder<T> builder(T value) {
        throw new UnsupportedOperationException("long work cannot set timestamps");
      }

      @Override
      public void output(T value) {
        kept.add(new Output<>(tag, value));
      }
    };
  }

  @Override
  public <T> OutputReceiver<Row> getRowReceiver(TupleTag<T> tag) {
    throw new UnsupportedOperationException("long work has no row outputs");
  }

  private record Output<T>(TupleTag<T> tag, T value) {
    void replay(MultiOutputReceiver out, @Nullable Instant time) {
      if (time == null) {
        out.get(tag).output(value);
      } else {
        out.get(tag).outputWithTimestamp(value, time);
      }
    }
  }
}
