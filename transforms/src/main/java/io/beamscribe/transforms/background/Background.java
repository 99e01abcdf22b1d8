// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * A ParDo for long work in unbounded pipelines. Elements go to state as they arrive and are
 * processed by background threads of the JVM; the runner's threads only hand elements over and
 * collect outputs, so a checkpoint never waits for work or for queued elements. Queued elements and
 * those in progress are part of the checkpoint and are processed again after a restart. State grows
 * with the queue.
 *
 * @param <T> type of the elements, each with an id
 * @param <OutputT> type of the main output
 */
@Internal
public final class Background<T, OutputT> extends PTransform<PCollection<T>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /**
   * Number of state keys: far more than a job has slots, so that load is even, and fixed, since
   * savepoints contain them.
   */
  private static final int SHARDS = 256;

  private final Place place;
  private final SerializableFunction<T, String> id;
  private final LongWork.Factory<T> factory;
  private final TupleTag<OutputT> mainTag;
  private final TupleTagList otherTags;

  private Background(
      Place place,
      SerializableFunction<T, String> id,
      LongWork.Factory<T> factory,
      TupleTag<OutputT> mainTag,
      TupleTagList otherTags) {
    this.place = place;
    this.id = id;
    this.factory = factory;
    this.mainTag = mainTag;
    this.otherTags = otherTags;
  }

  /**
   * @param id identifies an element; of two with the same id in the queue, one is processed
   */
  public static <T, OutputT> Background<T, OutputT> of(
      Place place,
      SerializableFunction<T, String> id,
      LongWork.Factory<T> factory,
      TupleTag<OutputT> mainTag,
      TupleTagList otherTags) {
    return new Background<>(place, id, factory, mainTag, otherTags);
  }

  @Override
  public PCollectionTuple expand(PCollection<T> elements) {
    Coder<T> coder = elements.getCoder();
    SerializableFunction<T, String> named = id;
    return elements
        .apply(
            "Shard",
            WithKeys.of((T element) -> Math.floorMod(named.apply(element).hashCode(), SHARDS))
                .withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), coder))
        .apply(
            "Work",
            ParDo.of(new BackgroundFn<T, OutputT>(place, id, factory, coder))
                .withOutputTags(mainTag, otherTags));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("threads", place.leastThreads()));
  }
}
