// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.background.Background;
import io.beamscribe.transforms.background.Place;
import io.beamscribe.transforms.events.OffsetChange;
import io.beamscribe.transforms.publishing.ResultTopic;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.telemetry.CountFilesFn;
import io.beamscribe.transforms.values.ArrivedBlock;
import io.beamscribe.transforms.values.ArrivedFile;
import io.beamscribe.transforms.values.JsonCoder;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Transcribes files as they arrive: the steps of a batch, without end and without a report.
 * Unbounded. Outputs a row for each file once its results are stored; a failed file leaves a dead
 * letter. At least once: a file may be processed and its row output again, with the same results.
 */
@Internal
public final class TranscribeUnbounded
    extends PTransform<PCollection<ArrivedFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<FileReport> ROWS = new TupleTag<>() {};

  /** Addresses, without secrets, of files that are not audio and were not named explicitly. */
  public static final TupleTag<String> IGNORED = new TupleTag<>() {};

  /** One change for each finished file of an event, perhaps more than once. */
  public static final TupleTag<OffsetChange> ENDED = new TupleTag<>() {};

  private final TranscriptionSettings settings;
  private final @Nullable ResultTopic topic;

  /**
   * @param topic to publish the end of each file to; null for none
   */
  public TranscribeUnbounded(TranscriptionSettings settings, @Nullable ResultTopic topic) {
    this.settings = settings;
    this.topic = topic;
  }

  @Override
  public PCollectionTuple expand(PCollection<ArrivedFile> files) {
    TranscriptionSettings all = settings;
    ResultTopic to = topic;
    PCollectionTuple prepared =
        files.apply(
            "PrepareFiles",
            Background.of(
                place(0),
                ArrivedFile::id,
                () -> new PrepareWork(all, to),
                PrepareWork.BLOCKS,
                TupleTagList.of(PrepareWork.ROWS).and(PrepareWork.IGNORED).and(PrepareWork.ENDED)));
    PCollectionTuple recognized =
        prepared
            .get(PrepareWork.BLOCKS)
            .apply(
                "RecognizeBlocks",
                Background.of(
                    place(1),
                    ArrivedBlock::id,
                    () -> new RecognizeWork(all, to),
                    RecognizeWork.ROWS,
                    TupleTagList.of(RecognizeWork.ENDED)));
    PCollection<FileReport> rows =
        PCollectionList.of(prepared.get(PrepareWork.ROWS))
            .and(recognized.get(RecognizeWork.ROWS))
            .apply("AllRows", Flatten.pCollections())
            .apply("CountFiles", ParDo.of(new CountFilesFn(settings.run().id())));
    PCollection<OffsetChange> ended =
        PCollectionList.of(coded(prepared.get(PrepareWork.ENDED)))
            .and(coded(recognized.get(RecognizeWork.ENDED)))
            .apply("AllEnds", Flatten.pCollections());
    return PCollectionTuple.of(ROWS, rows)
        .and(IGNORED, prepared.get(PrepareWork.IGNORED))
        .and(ENDED, ended);
  }

  private Place place(int order) {
    return new Place(settings.run().id(), order, settings.run().threads());
  }

  private static PCollection<OffsetChange> coded(PCollection<OffsetChange> changes) {
    return changes.setCoder(JsonCoder.of(OffsetChange.class));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("threads", settings.run().threads()));
  }
}
