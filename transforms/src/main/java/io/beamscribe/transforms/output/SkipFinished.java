// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import java.io.IOException;
import java.util.Optional;
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
 * Splits files into finished, with the same model and options, and unfinished. Bounded or
 * unbounded; opens no audio.
 */
@Internal
public final class SkipFinished extends PTransform<PCollection<AudioFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<AudioFile> UNFINISHED = new TupleTag<>() {};

  /** Outcomes of finished files, and of files of which that cannot be told. */
  public static final TupleTag<FileOutcome> SKIPPED = new TupleTag<>() {};

  private final TranscriptionSettings settings;

  public SkipFinished(TranscriptionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollectionTuple expand(PCollection<AudioFile> files) {
    return files.apply(
        "ReadMarkers",
        ParDo.of(new SkipFn(settings)).withOutputTags(UNFINISHED, TupleTagList.of(SKIPPED)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("overwrite", settings.run().overwrite()));
  }

  static final class SkipFn extends DoFn<AudioFile, AudioFile> {
    private static final long serialVersionUID = 1L;

    private final TranscriptionSettings settings;
    private transient FinishedFiles finished;
    private transient FailedRows failed;
    private transient Lease<FailureGate> gate;

    SkipFn(TranscriptionSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      finished = new FinishedFiles(settings);
      failed = new FailedRows(settings);
      gate = FailureGate.lease(settings.run());
    }

    @Teardown
    public void tearDown() {
      if (gate != null) {
        gate.close();
      }
    }

    @ProcessElement
    public void skip(@Element AudioFile file, MultiOutputReceiver out) throws IOException {
      Attempt<Optional<FileOutcome>> attempt = finished.attempt(file);
      Optional<FileOutcome> end =
          attempt.orElse(row -> Optional.of(FileOutcome.of(failed.keep(row))));
      if (end.isPresent()) {
        if (end.get().row().status() == FileStatus.SKIPPED) {
          gate.value().finished();
        }
        out.get(SKIPPED).output(end.get());
      } else {
        out.get(UNFINISHED).output(file);
      }
    }
  }
}
