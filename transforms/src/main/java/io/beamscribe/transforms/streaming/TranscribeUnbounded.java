package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.background.Background;
import io.beamscribe.transforms.background.Place;
import io.beamscribe.transforms.events.OffsetChange;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.telemetry.CountFilesFn;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.JsonCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Transcribes files as they come: what {@link Transcribe} does to each, without end and without a
 * report. Unbounded. A row comes out for a file when its results are stored; one that fails leaves
 * a dead letter. A file may come in again, and its row out; its results are the same.
 */
public final class TranscribeUnbounded
    extends PTransform<PCollection<AudioFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<FileReport> ROWS = new TupleTag<>() {};

  /** For each file that an event told of, that it has ended, maybe more than once. */
  public static final TupleTag<OffsetChange> ENDED = new TupleTag<>() {};

  private final TranscriptionSettings settings;
  private final int leastThreads;

  /**
   * @param leastThreads that a worker has for this, whatever its runner does at a time
   */
  public TranscribeUnbounded(TranscriptionSettings settings, int leastThreads) {
    this.settings = settings;
    this.leastThreads = leastThreads;
  }

  @Override
  public PCollectionTuple expand(PCollection<AudioFile> files) {
    TranscriptionSettings all = settings;
    PCollectionTuple prepared =
        files.apply(
            "PrepareFiles",
            Background.of(
                new Place(settings.run().id(), 0, leastThreads),
                TranscribeUnbounded::id,
                () -> new PrepareWork(all),
                PrepareWork.BLOCKS,
                TupleTagList.of(PrepareWork.ROWS).and(PrepareWork.ENDED)));
    prepared.get(PrepareWork.ROWS).setCoder(JsonCoder.of(FileReport.class));
    prepared.get(PrepareWork.ENDED).setCoder(JsonCoder.of(OffsetChange.class));
    PCollectionTuple recognized =
        prepared
            .get(PrepareWork.BLOCKS)
            .setCoder(JsonCoder.of(AudioBlock.class))
            .apply(
                "RecognizeBlocks",
                Background.of(
                    new Place(settings.run().id(), 1, leastThreads),
                    block -> id(block.file()) + "\n" + block.index(),
                    () -> new RecognizeWork(all),
                    RecognizeWork.ROWS,
                    TupleTagList.of(RecognizeWork.ENDED)));
    recognized.get(RecognizeWork.ROWS).setCoder(JsonCoder.of(FileReport.class));
    recognized.get(RecognizeWork.ENDED).setCoder(JsonCoder.of(OffsetChange.class));
    PCollection<FileReport> rows =
        PCollectionList.of(prepared.get(PrepareWork.ROWS))
            .and(recognized.get(RecognizeWork.ROWS))
            .apply("AllRows", Flatten.pCollections())
            .apply("CountFiles", ParDo.of(new CountFilesFn(settings.run().id())))
            .setCoder(JsonCoder.of(FileReport.class));
    PCollection<OffsetChange> ended =
        PCollectionList.of(prepared.get(PrepareWork.ENDED))
            .and(recognized.get(RecognizeWork.ENDED))
            .apply("AllEnds", Flatten.pCollections());
    return PCollectionTuple.of(ROWS, rows).and(ENDED, ended);
  }

  private static String id(AudioFile file) {
    return file.address() + "\n" + (file.event() == null ? file.version() : file.event());
  }
}
