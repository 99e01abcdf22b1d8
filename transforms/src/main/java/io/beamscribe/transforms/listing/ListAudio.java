// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.output.FailureGate;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
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
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Lists the audio of a batch, the largest file first, and separates files that the marker index
 * shows as finished. Bounded. Each file is output once.
 *
 * <p>Files are output a few at a time: DirectRunner has no backpressure, so a listing output at
 * once would have every file of a bucket opened before the first is recognised.
 */
public final class ListAudio extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Files to transcribe, keyed by their position in the listing, from 1 for the largest. */
  public static final TupleTag<KV<Long, AudioFile>> FILES = new TupleTag<>() {};

  /** Outcomes of files that are already finished. */
  public static final TupleTag<FileOutcome> DONE = new TupleTag<>() {};

  public static final TupleTag<FileReport> FAILED = new TupleTag<>() {};
  public static final TupleTag<Long> IGNORED = new TupleTag<>() {};

  /** Number of files left to later runs. */
  public static final TupleTag<Long> NOT_STARTED = new TupleTag<>() {};

  private final List<String> inputs;
  private final TranscriptionSettings settings;

  public ListAudio(List<String> inputs, TranscriptionSettings settings) {
    this.inputs = List.copyOf(inputs);
    this.settings = settings;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    return begin
        .apply("Inputs", Create.of("inputs").withCoder(StringUtf8Coder.of()))
        .apply(
            "List",
            ParDo.of(new ListFn(inputs, settings))
                .withOutputTags(
                    FILES, TupleTagList.of(DONE).and(FAILED).and(IGNORED).and(NOT_STARTED)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(
        DisplayData.item(
            "input", String.join(",", inputs.stream().map(Addresses::withoutSecrets).toList())));
  }

  /**
   * Positions in the restriction are files, from 1; position 0 is everything else: failed inputs
   * and the number of ignored files.
   */
  @BoundedPerElement
  static final class ListFn extends DoFn<String, KV<Long, AudioFile>> {
    private static final long serialVersionUID = 1L;
    private static final int FILES_AT_A_TIME = 4;
    private static final int DONE_AT_A_TIME = 1000;

    private final Counter listed = Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_LISTED);
    private final List<String> inputs;
    private final TranscriptionSettings settings;
    private transient FileDigests digests;
    private transient Lease<BatchListing> lease;
    private transient Lease<FailureGate> gate;

    ListFn(List<String> inputs, TranscriptionSettings settings) {
      this.inputs = inputs;
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      digests = new FileDigests(settings.results());
      lease = BatchListing.lease(inputs, settings);
      gate = FailureGate.lease(settings.run());
    }

    @Teardown
    public void tearDown() {
      if (lease != null) {
        lease.close();
      }
      if (gate != null) {
        gate.close();
      }
    }

    @GetInitialRestriction
    public OffsetRange all() {
      return new OffsetRange(0, lease.value().get().audio().files().size() + 1L);
    }

    @ProcessElement
    public ProcessContinuation list(
        RestrictionTracker<OffsetRange, Long> tracker, MultiOutputReceiver out) {
      BatchListing.Listed listing = lease.value().get();
      // the report has figures of each call, and these are in the results
      boolean calls = settings.run().aboutCalls();
      int done = 0;
      int files = 0;
      long place = tracker.currentRestriction().getFrom();
      while (files < FILES_AT_A_TIME && done < DONE_AT_A_TIME) {
        if (!tracker.tryClaim(place)) {
          lease.value().forget();
          return ProcessContinuation.stop();
        }
        if (place == 0) {
          listing.audio().failed().forEach(out.get(FAILED)::output);
          out.get(IGNORED).output(listing.audio().ignored());
          out.get(NOT_STARTED).output(listing.left());
          gate.value().listed(listing.audio().files().size(), listing.audio().failed().size());
          listed.inc(listing.audio().files().size());
        } else {
          AudioFile file = listing.audio().files().get((int) place - 1);
          if (!calls
              && listing
                  .markers()
                  .isDone(
                      file, digests.of(file), settings.run().formats(), settings.run().form())) {
            out.get(DONE).output(FileOutcome.of(FinishedFiles.skipped(file)));
            gate.value().finished();
            done++;
          } else {
            out.get(FILES).output(KV.of(place, file));
            files++;
          }
        }
        place++;
      }
      return ProcessContinuation.resume();
    }
  }
}
