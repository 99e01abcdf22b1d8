package io.beamscribe.transforms.streaming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;

/** What one call of a DoFn put out. */
final class Caught implements MultiOutputReceiver {
  private final Map<TupleTag<?>, List<Object>> values = new HashMap<>();

  @SuppressWarnings("unchecked") // what stands under a tag was put there with its type
  <T> List<T> of(TupleTag<T> tag) {
    return (List<T>) values.getOrDefault(tag, List.of());
  }

  @Override
  public <T> OutputReceiver<T> get(TupleTag<T> tag) {
    return new OutputReceiver<>() {
      @Override
      public OutputBuilder<T> builder(T value) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void output(T value) {
        values.computeIfAbsent(tag, t -> new ArrayList<>()).add(value);
      }
    };
  }

  @Override
  public <T> OutputReceiver<Row> getRowReceiver(TupleTag<T> tag) {
    throw new UnsupportedOperationException();
  }
}
