// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.values.ArrivedFile;
import io.beamscribe.transforms.values.JsonCoder;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads the creation events of a store from Kafka. Unbounded. Outputs a file, known by name alone,
 * for each object among the inputs: events may be late or repeated, so size and version are looked
 * up in the store later. What names no object though it should is output as a file with a fault.
 * Messages that are not events are counted and skipped.
 */
public final class ReadStoreEvents extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<ArrivedFile> FILES = FindObjectsFn.FILES;
  public static final TupleTag<OffsetChange> BEGUN = FindObjectsFn.BEGUN;

  private final KafkaTopic log;
  private final List<String> inputs;
  private final RunSettings run;

  public ReadStoreEvents(KafkaTopic log, List<String> inputs, RunSettings run) {
    this.log = log;
    this.inputs = List.copyOf(inputs);
    this.run = run;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple read =
        begin
            .apply("ReadEvents", new ReadTopic(log, run.id()))
            .apply(
                "FindObjects",
                ParDo.of(new FindObjectsFn(inputs, run))
                    .withOutputTags(FILES, TupleTagList.of(BEGUN)));
    read.get(BEGUN).setCoder(JsonCoder.of(OffsetChange.class));
    return read;
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("topic", log.topic()));
    builder.add(
        DisplayData.item(
            "input", String.join(",", inputs.stream().map(Addresses::withoutSecrets).toList())));
  }
}
