// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.transforms.output.FailedRows;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.FileOutcome;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;

/**
 * Completes a file and writes its transcripts when its last block arrives, in whatever order and
 * however often blocks arrive. Bounded or unbounded; no state, no windows: finished blocks of long
 * files are kept under the output, so a killed run resumes where it stopped. A file may be output
 * more than once, with the same outcome.
 */
@Internal
public final class AssembleTranscripts
    extends PTransform<PCollection<RecognizedBlock>, PCollection<FileOutcome>> {
  private static final long serialVersionUID = 1L;

  private final TranscriptionSettings settings;

  public AssembleTranscripts(TranscriptionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollection<FileOutcome> expand(PCollection<RecognizedBlock> blocks) {
    return blocks.apply("Assemble", ParDo.of(new AssembleFn(settings)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("formats", settings.run().formats().toString()));
  }

  static final class AssembleFn extends DoFn<RecognizedBlock, FileOutcome> {
    private static final long serialVersionUID = 1L;

    private final TranscriptionSettings settings;
    private transient TranscriptAssembler assembler;
    private transient FailedRows failed;

    AssembleFn(TranscriptionSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      assembler = new TranscriptAssembler(settings);
      failed = new FailedRows(settings);
    }

    @ProcessElement
    public void assemble(@Element RecognizedBlock block, OutputReceiver<FileOutcome> out)
        throws IOException {
      assembler
          .add(block)
          .orElse(row -> Optional.of(FileOutcome.of(failed.keep(row))))
          .ifPresent(out::output);
    }
  }
}
