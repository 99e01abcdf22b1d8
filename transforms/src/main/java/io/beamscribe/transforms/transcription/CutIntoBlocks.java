// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.output.FailedRows;
import io.beamscribe.transforms.output.FailureGate;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
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
 * Opens each file, reads it once and cuts it into blocks of a few minutes. Bounded or unbounded.
 * Files that a pattern matched and that are not audio are ignored; files finished under another
 * version are skipped; files that cannot be decoded fail.
 */
@Internal
public final class CutIntoBlocks extends PTransform<PCollection<AudioFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<AudioBlock> BLOCKS = new TupleTag<>() {};
  public static final TupleTag<FileOutcome> SKIPPED = new TupleTag<>() {};
  public static final TupleTag<FileReport> FAILED = new TupleTag<>() {};
  public static final TupleTag<String> IGNORED = new TupleTag<>() {};

  /** One for each file that was not opened, as too many have failed. */
  public static final TupleTag<Long> NOT_STARTED = new TupleTag<>() {};

  private final TranscriptionSettings settings;

  public CutIntoBlocks(TranscriptionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollectionTuple expand(PCollection<AudioFile> files) {
    return files.apply(
        "Profile",
        ParDo.of(new CutFn(settings))
            .withOutputTags(
                BLOCKS, TupleTagList.of(SKIPPED).and(FAILED).and(IGNORED).and(NOT_STARTED)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("channels", settings.recognition().channels().name()));
  }

  static final class CutFn extends DoFn<AudioFile, AudioBlock> {
    private static final long serialVersionUID = 1L;

    private final TranscriptionSettings settings;
    private transient FilePreparer preparer;
    private transient FailedRows failed;
    private transient Lease<FailureGate> gate;

    CutFn(TranscriptionSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      preparer = new FilePreparer(settings);
      failed = new FailedRows(settings);
      gate = FailureGate.lease(settings.run());
    }

    @ProcessElement
    public void cut(@Element AudioFile file, MultiOutputReceiver out) throws IOException {
      if (gate.value().isShut()) {
        out.get(NOT_STARTED).output(1L);
        return;
      }
      Attempt<PreparedFile> attempt = preparer.prepare(file);
      attempt.failure().map(failed::keep).ifPresent(out.get(FAILED)::output);
      if (attempt.result().isPresent()) {
        PreparedFile prepared = attempt.result().get();
        prepared.blocks().forEach(out.get(BLOCKS)::output);
        if (prepared.finished().isPresent()) {
          gate.value().finished();
          out.get(SKIPPED).output(prepared.finished().get());
        }
        if (prepared.isIgnored()) {
          out.get(IGNORED).output(file.source());
        }
      }
    }

    @Teardown
    public void tearDown() {
      if (preparer != null) {
        preparer.close();
      }
      if (gate != null) {
        gate.close();
      }
    }
  }
}
