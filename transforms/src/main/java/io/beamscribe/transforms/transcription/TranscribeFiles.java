// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.output.SkipFinished;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Skips files that are finished, cuts the others into blocks, recognises the blocks in parallel and
 * assembles the transcripts. Bounded. Expects its input to be distributed over the workers. Each
 * file has one outcome or is ignored; if a runner repeats work, the same outcome may be output
 * again.
 */
@Internal
public final class TranscribeFiles extends PTransform<PCollection<AudioFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Outcomes of files that succeeded, failed or were skipped. */
  public static final TupleTag<FileOutcome> OUTCOMES = new TupleTag<>() {};

  /** Addresses, without secrets, of files that are not audio and were not named explicitly. */
  public static final TupleTag<String> IGNORED = new TupleTag<>() {};

  /** Number of files that were not begun, as too many had failed, in any number of summands. */
  public static final TupleTag<Long> NOT_STARTED = new TupleTag<>() {};

  /** Number of model loads, in any number of summands. */
  public static final TupleTag<Long> MODEL_LOADS = new TupleTag<>() {};

  private static final TypeDescriptor<KV<String, Integer>> PART =
      TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.integers());

  private final TranscriptionSettings settings;

  public TranscribeFiles(TranscriptionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollectionTuple expand(PCollection<AudioFile> files) {
    PCollectionTuple parted = files.apply("SkipFinished", new SkipFinished(settings));
    PCollectionTuple cut =
        parted.get(SkipFinished.UNFINISHED).apply("CutIntoBlocks", new CutIntoBlocks(settings));
    PCollectionTuple recognized =
        spreadParts(cut.get(CutIntoBlocks.BLOCKS))
            .apply("RecognizeBlocks", new RecognizeBlocks(settings));
    PCollection<FileOutcome> done =
        recognized
            .get(RecognizeBlocks.RECOGNIZED)
            .apply("AssembleTranscripts", new AssembleTranscripts(settings));
    PCollection<FileReport> failed =
        PCollectionList.of(cut.get(CutIntoBlocks.FAILED))
            .and(recognized.get(RecognizeBlocks.FAILED))
            .apply("AllFailed", Flatten.pCollections());
    PCollection<FileOutcome> outcomes =
        PCollectionList.of(done)
            .and(failed.apply("WithoutMarkers", outcomes()))
            .and(parted.get(SkipFinished.SKIPPED))
            .and(cut.get(CutIntoBlocks.SKIPPED))
            .apply("AllEnds", Flatten.pCollections());
    return PCollectionTuple.of(OUTCOMES, outcomes)
        .and(IGNORED, cut.get(CutIntoBlocks.IGNORED))
        .and(NOT_STARTED, cut.get(CutIntoBlocks.NOT_STARTED))
        .and(MODEL_LOADS, recognized.get(RecognizeBlocks.MODEL_LOADS));
  }

  /** Turns the rows of files without a marker into outcomes. */
  public static MapElements<FileReport, FileOutcome> outcomes() {
    return MapElements.into(TypeDescriptor.of(FileOutcome.class)).via(FileOutcome::of);
  }

  // Files are already distributed evenly, and redistributing all their blocks at random would undo
  // that: only blocks of long files are, and a short file is recognised where it was opened.
  private static PCollection<AudioBlock> spreadParts(PCollection<AudioBlock> blocks) {
    PCollection<AudioBlock> whole = blocks.apply("WholeFiles", Filter.by(AudioBlock::whole));
    PCollection<AudioBlock> parts =
        blocks
            .apply("PartsOfFiles", Filter.by(block -> !block.whole()))
            .apply("KeyParts", WithKeys.of(TranscribeFiles::part).withKeyType(PART))
            .apply("SpreadParts", Reshuffle.of())
            .apply("Parts", Values.create());
    return PCollectionList.of(whole).and(parts).apply("AllBlocks", Flatten.pCollections());
  }

  // A key per part, so that any thread can take any of them. A runner that orders keys by hash, as
  // DirectRunner does, takes the parts of a file in order.
  private static KV<String, Integer> part(AudioBlock block) {
    return KV.of(block.file().path(), block.index());
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder
        .add(DisplayData.item("channels", settings.recognition().channels().name()))
        .add(DisplayData.item("overwrite", settings.run().overwrite()));
  }
}
