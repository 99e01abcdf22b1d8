package io.beamscribe.transforms;

import io.beamscribe.speech.report.FileReport;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.BoundedPerElement;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Lists the audio of a batch, the largest file first. Bounded. Each file comes out once.
 *
 * <p>Files come out a few at a time: DirectRunner does not hold back a producer, so a listing that
 * pours out everything would have every file of a bucket opened before the first is recognised.
 */
final class ListAudio extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  static final TupleTag<AudioFile> FILES = new TupleTag<>() {};
  static final TupleTag<FileReport> FAILED = new TupleTag<>() {};
  static final TupleTag<Long> IGNORED = new TupleTag<>() {};

  private final List<String> inputs;
  private final String output;

  ListAudio(List<String> inputs, String output) {
    this.inputs = List.copyOf(inputs);
    this.output = output;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple listed =
        begin
            .apply(
                "Inputs", Create.of(UUID.randomUUID().toString()).withCoder(StringUtf8Coder.of()))
            .apply(
                "List",
                ParDo.of(new ListFn(inputs, output))
                    .withOutputTags(FILES, TupleTagList.of(FAILED).and(IGNORED)));
    listed.get(FILES).setCoder(JsonCoder.of(AudioFile.class));
    listed.get(FAILED).setCoder(JsonCoder.of(FileReport.class));
    listed.get(IGNORED).setCoder(VarLongCoder.of());
    return listed;
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    builder.add(
        DisplayData.item(
            "input", String.join(",", inputs.stream().map(Addresses::withoutSecrets).toList())));
  }

  /**
   * The restriction counts files from 1; position 0 stands for all that is no file to transcribe.
   */
  @BoundedPerElement
  static final class ListFn extends DoFn<String, AudioFile> {
    private static final long serialVersionUID = 1L;
    private static final int FILES_AT_A_TIME = 4;

    // A listing is read by one thread of one JVM; should a runner move the rest of it elsewhere, it
    // is made again there.
    private static final Map<String, AudioListing> LISTINGS = new ConcurrentHashMap<>();

    private final Counter listed = Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_LISTED);
    private final List<String> inputs;
    private final String output;

    ListFn(List<String> inputs, String output) {
      this.inputs = inputs;
      this.output = output;
    }

    @GetInitialRestriction
    public OffsetRange all(@Element String run) {
      return new OffsetRange(0, listing(run).files().size() + 1L);
    }

    @ProcessElement
    public ProcessContinuation list(
        @Element String run,
        RestrictionTracker<OffsetRange, Long> tracker,
        MultiOutputReceiver out) {
      AudioListing listing = listing(run);
      long first = tracker.currentRestriction().getFrom();
      for (long i = first; i < first + FILES_AT_A_TIME; i++) {
        if (!tracker.tryClaim(i)) {
          LISTINGS.remove(run);
          return ProcessContinuation.stop();
        }
        if (i == 0) {
          listing.failed().forEach(out.get(FAILED)::output);
          out.get(IGNORED).output(listing.ignored());
          listed.inc(listing.files().size());
        } else {
          out.get(FILES).output(listing.files().get((int) i - 1));
        }
      }
      return ProcessContinuation.resume();
    }

    private AudioListing listing(String run) {
      return LISTINGS.computeIfAbsent(run, id -> AudioListing.of(inputs, output));
    }
  }
}
