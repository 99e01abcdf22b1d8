package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.listing.VersionCheck;
import io.beamscribe.transforms.output.FinishedBlocks;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.telemetry.LogContext;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.Failures;
import io.beamscribe.transforms.values.JsonCoder;
import io.beamscribe.transforms.values.RecognizedBlock;
import io.beamscribe.transforms.worker.EngineLeases;
import io.beamscribe.transforms.worker.WorkerModels;
import io.beamscribe.transforms.worker.WorkerTools;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Recognises blocks on the one model of the worker, or on those of their languages. Bounded or
 * unbounded; as parallel as there are blocks. Blocks of a long file are kept under the output as
 * soon as they are done; one that an earlier run kept is read from there.
 */
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
    PCollectionTuple recognized =
        blocks.apply(
            "Recognize",
            ParDo.of(new RecognizeFn(settings))
                .withOutputTags(RECOGNIZED, TupleTagList.of(FAILED).and(MODEL_LOADS)));
    recognized.get(RECOGNIZED).setCoder(JsonCoder.of(RecognizedBlock.class));
    recognized.get(FAILED).setCoder(JsonCoder.of(FileReport.class));
    recognized.get(MODEL_LOADS).setCoder(VarLongCoder.of());
    return recognized;
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    builder
        .add(DisplayData.item("engine", settings.recognition().engine().engine()))
        .add(DisplayData.item("model", settings.recognition().modelId()))
        .add(DisplayData.item("locale", settings.recognition().locale()))
        .add(DisplayData.item("isolation", settings.recognition().engine().isolation().name()));
  }

  public static final class RecognizeFn extends DoFn<AudioBlock, RecognizedBlock> {
    private static final long serialVersionUID = 1L;

    private final Counter segments = Metrics.counter(MetricNames.NAMESPACE, MetricNames.SEGMENTS);
    private final Counter loads = Metrics.counter(MetricNames.NAMESPACE, MetricNames.MODEL_LOADS);
    private final Counter audio =
        Metrics.counter(MetricNames.NAMESPACE, MetricNames.AUDIO_RECOGNIZED);
    private final Counter speech =
        Metrics.counter(MetricNames.NAMESPACE, MetricNames.SPEECH_RECOGNIZED);
    private final Distribution blockTime =
        Metrics.distribution(MetricNames.NAMESPACE, MetricNames.BLOCK_MILLISECONDS);

    private final TranscriptionSettings settings;
    private final boolean watched;
    private transient WorkerTools tools;
    private transient FinishedBlocks kept;
    private transient FinishedFiles finished;
    private transient EngineLeases engines;
    private transient BlockRecognizer recognizer;

    public RecognizeFn(TranscriptionSettings settings) {
      this(settings, false);
    }

    /**
     * @param watched whether files may be replaced meanwhile; then each block costs a request or
     *     two more
     */
    public RecognizeFn(TranscriptionSettings settings, boolean watched) {
      this.settings = settings;
      this.watched = watched;
    }

    @Setup
    public void setUp() {
      ResultSettings here = WorkerModels.here(settings);
      tools = WorkerTools.lease(here.recognition().detectorFolder());
      kept = new FinishedBlocks(settings.output());
      finished = new FinishedFiles(settings);
      engines = new EngineLeases();
      recognizer = new BlockRecognizer(here, settings.storage(), tools, engines);
    }

    @Teardown
    public void tearDown() {
      if (engines != null) {
        engines.close();
      }
      if (tools != null) {
        tools.close();
      }
    }

    @ProcessElement
    public void recognize(@Element AudioBlock block, MultiOutputReceiver out) throws IOException {
      try (LogContext context = LogContext.of(settings.run().id(), block)) {
        Optional<BlockTranscript> earlier = earlier(block);
        BlockTranscript transcript = earlier.isPresent() ? earlier.get() : recognizeNow(block);
        if (earlier.isPresent()) {
          requireCurrent(block);
        }
        audio.inc((long) (block.range().seconds() * 1000));
        out.get(RECOGNIZED).output(new RecognizedBlock(block, transcript));
      } catch (SpeechException e) {
        out.get(FAILED).output(Failures.of(block.file(), e));
      } catch (RuntimeException e) {
        out.get(FAILED).output(Failures.of(block.file(), Failures.defect(e)));
      }
      long loaded = Engines.shared().newLoads();
      if (loaded > 0) {
        loads.inc(loaded);
        out.get(MODEL_LOADS).output(loaded);
      }
    }

    private BlockTranscript recognizeNow(AudioBlock block) throws SpeechException, IOException {
      BlockTranscript transcript = recognizer.recognize(block);
      requireCurrent(block);
      if (block.count() > 1) {
        // Here and not later: a runner may put off all that follows until every block is heard.
        kept.keep(block, transcript);
        if (watched && finished.has(block)) {
          // This worker was given up for dead; another one has put the file together meanwhile.
          kept.remove(block);
        }
      }
      count(transcript);
      return transcript;
    }

    /** Else the results of an old version would come in the place of those of a new one. */
    private void requireCurrent(AudioBlock block) throws SpeechException, IOException {
      if (watched && !VersionCheck.isCurrent(block.file(), settings.storage())) {
        throw new SpeechException(
            ErrorKind.TRANSIENT, "The file was replaced or removed while it was read.");
      }
    }

    private Optional<BlockTranscript> earlier(AudioBlock block) throws IOException {
      if (block.count() == 1 || settings.run().overwrite()) {
        return Optional.empty();
      }
      return kept.read(block);
    }

    private void count(BlockTranscript transcript) {
      segments.inc(transcript.segments().size());
      speech.inc(transcript.segments().stream().mapToLong(SegmentSpan::durationMilliseconds).sum());
      blockTime.update((long) (transcript.processingSeconds() * 1000));
    }
  }
}
