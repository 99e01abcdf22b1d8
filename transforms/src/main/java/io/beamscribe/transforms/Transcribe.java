package io.beamscribe.transforms;

import io.beamscribe.transforms.listing.ListAudio;
import io.beamscribe.transforms.output.SkipFinished;
import io.beamscribe.transforms.report.PackOutcomesFn;
import io.beamscribe.transforms.report.WriteReport;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.Addresses;
import io.beamscribe.transforms.transcription.AssembleTranscripts;
import io.beamscribe.transforms.transcription.CutIntoBlocks;
import io.beamscribe.transforms.transcription.RecognizeBlocks;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import io.beamscribe.transforms.values.JsonCoder;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Transcribes a batch of audio: lists it, skips what is finished, cuts files into blocks,
 * recognises the blocks in parallel, assembles the transcripts and writes a report. Bounded. Each
 * listed file ends in exactly one row of the report: succeeded, skipped or failed.
 */
public final class Transcribe extends PTransform<PBegin, PDone> {
  private static final long serialVersionUID = 1L;

  private final List<String> inputs;
  private final TranscriptionSettings settings;
  private final long startMillis;

  private Transcribe(List<String> inputs, TranscriptionSettings settings, long startMillis) {
    this.inputs = List.copyOf(inputs);
    this.settings = settings;
    this.startMillis = startMillis;
  }

  /**
   * @param inputs files, folders, other prefixes and patterns
   * @param startMillis when the run began, in milliseconds since 1970, for its report
   */
  public static Transcribe of(
      List<String> inputs, TranscriptionSettings settings, long startMillis) {
    return new Transcribe(inputs, settings, startMillis);
  }

  @Override
  public PDone expand(PBegin begin) {
    PCollectionTuple listed = begin.apply("ListAudio", new ListAudio(inputs, settings));
    PCollectionTuple parted =
        listed
            .get(ListAudio.FILES)
            .apply("SpreadFiles", spread(AudioFile.class, file -> (long) file.rank()))
            .apply("SkipFinished", new SkipFinished(settings));
    PCollectionTuple cut =
        parted.get(SkipFinished.UNFINISHED).apply("CutIntoBlocks", new CutIntoBlocks(settings));
    PCollectionTuple recognized =
        spreadParts(cut.get(CutIntoBlocks.BLOCKS))
            .apply("RecognizeBlocks", new RecognizeBlocks(settings));
    PCollection<FileOutcome> done =
        recognized
            .get(RecognizeBlocks.RECOGNIZED)
            .apply("AssembleTranscripts", new AssembleTranscripts(settings));

    PCollection<FileOutcome> failed =
        PCollectionList.of(listed.get(ListAudio.FAILED))
            .and(cut.get(CutIntoBlocks.FAILED))
            .and(recognized.get(RecognizeBlocks.FAILED))
            .apply("AllFailed", Flatten.pCollections())
            .apply(
                "WithoutMarkers",
                MapElements.into(TypeDescriptor.of(FileOutcome.class)).via(FileOutcome::of))
            .setCoder(JsonCoder.of(FileOutcome.class));
    PCollection<byte[]> rows =
        PCollectionList.of(done)
            .and(failed)
            .and(parted.get(SkipFinished.SKIPPED))
            .and(cut.get(CutIntoBlocks.SKIPPED))
            .and(listed.get(ListAudio.DONE))
            .apply("AllEnds", Flatten.pCollections())
            .apply("PackEnds", ParDo.of(new PackOutcomesFn(settings.run().id())));
    PCollection<Long> ignored =
        PCollectionList.of(listed.get(ListAudio.IGNORED))
            .and(cut.get(CutIntoBlocks.IGNORED))
            .apply("AllIgnored", Flatten.pCollections());
    return rows.apply(
        "WriteReport",
        new WriteReport(
            settings, startMillis, ignored, recognized.get(RecognizeBlocks.MODEL_LOADS)));
  }

  // Files are dealt out evenly by the one who lists them. To deal again what they are made of would
  // undo that, as each who opened some begins anywhere: only parts of long files are dealt again,
  // and a short file is heard where it was opened.
  private static PCollection<AudioBlock> spreadParts(PCollection<AudioBlock> blocks) {
    PCollection<AudioBlock> whole =
        blocks
            .apply("WholeFiles", Filter.by(block -> block.count() == 1))
            .setCoder(JsonCoder.of(AudioBlock.class));
    PCollection<AudioBlock> parts =
        blocks
            .apply("PartsOfFiles", Filter.by(block -> block.count() > 1))
            .setCoder(JsonCoder.of(AudioBlock.class))
            .apply(
                "SpreadBlocks",
                spread(AudioBlock.class, block -> block.file().rank() * 10_000L + block.index()));
    return PCollectionList.of(whole).and(parts).apply("AllBlocks", Flatten.pCollections());
  }

  // Each element has a key of its own, so that any thread can take any of them; the keys keep the
  // order of the listing, so that what was listed first is taken first where a runner can.
  private static <T> PTransform<PCollection<T>, PCollection<T>> spread(
      Class<T> type, Order<T> order) {
    return new Spread<>(type, order);
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    builder
        .add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())))
        .add(DisplayData.item("channels", settings.recognition().channels().name()))
        .add(DisplayData.item("overwrite", settings.run().overwrite()));
  }

  /** Place of an element in the order of work. */
  private interface Order<T> extends SerializableFunction<T, Long> {}

  private static final class Spread<T> extends PTransform<PCollection<T>, PCollection<T>> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final Order<T> order;

    Spread(Class<T> type, Order<T> order) {
      this.type = type;
      this.order = order;
    }

    @Override
    public PCollection<T> expand(PCollection<T> elements) {
      return elements
          .apply("Order", WithKeys.of(order).withKeyType(TypeDescriptors.longs()))
          .setCoder(KvCoder.of(VarLongCoder.of(), JsonCoder.of(type)))
          .apply("Reshuffle", Reshuffle.of())
          .apply("Values", Values.create())
          .setCoder(JsonCoder.of(type));
    }
  }
}
