// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.output.FailedRows;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Recognises blocks with the worker's one model, or with those of their languages. Bounded or
 * unbounded; as parallel as its input. Blocks of a long file are kept under the output as soon as
 * they are done; blocks kept by an earlier run are read from there.
 */
@Internal
public final class RecognizeBlocks extends PTransform<PCollection<AudioBlock>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<RecognizedBlock> RECOGNIZED = new TupleTag<>() {};
  public static final TupleTag<FileReport> FAILED = new TupleTag<>() {};
  public static final TupleTag<Long> MODEL_LOADS = new TupleTag<>() {};

  private final TranscriptionSettings settings;

  public RecognizeBlocks(TranscriptionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollectionTuple expand(PCollection<AudioBlock> blocks) {
    return blocks.apply(
        "Recognize",
        ParDo.of(new RecognizeFn(settings))
            .withOutputTags(RECOGNIZED, TupleTagList.of(FAILED).and(MODEL_LOADS)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder
        .add(DisplayData.item("engine", settings.recognition().engine().engine()))
        .add(DisplayData.item("model", settings.recognition().modelId()))
        .add(DisplayData.item("locale", settings.recognition().locale()))
        .add(DisplayData.item("isolation", settings.recognition().engine().isolation().name()));
  }

  static final class RecognizeFn extends DoFn<AudioBlock, RecognizedBlock> {
    private static final long serialVersionUID = 1L;

    private final TranscriptionSettings settings;
    private transient BlockRecognition recognition;
    private transient FailedRows failed;

    RecognizeFn(TranscriptionSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      recognition = new BlockRecognition(settings, false);
      failed = new FailedRows(settings);
    }

    @ProcessElement
    public void recognize(@Element AudioBlock block, MultiOutputReceiver out) throws IOException {
      Attempt<RecognizedBlock> attempt = recognition.recognize(block);
      attempt.result().ifPresent(out.get(RECOGNIZED)::output);
      attempt.failure().map(failed::keep).ifPresent(out.get(FAILED)::output);
      long loaded = recognition.newModelLoads();
      if (loaded > 0) {
        out.get(MODEL_LOADS).output(loaded);
      }
    }

    @Teardown
    public void tearDown() {
      if (recognition != null) {
        recognition.close();
      }
    }
  }
}
