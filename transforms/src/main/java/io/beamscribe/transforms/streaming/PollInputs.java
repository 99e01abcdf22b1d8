// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.background.EndlessTracker;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.ArrivedFile;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.UnboundedPerElement;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the inputs. Unbounded. Each version of a file that a poll sees is output once; see {@link
 * PollResult}. So is an entry that cannot be read, once for as long as it cannot. An input that
 * cannot be listed is retried at the next poll.
 */
@Internal
public final class PollInputs extends PTransform<PBegin, PCollection<ArrivedFile>> {
  private static final long serialVersionUID = 1L;

  private final List<String> inputs;
  private final OutputLayout output;
  private final FileSelection selection;
  private final java.time.Duration interval;

  /**
   * @param output folder whose files are left out
   * @param selection which of the files are meant
   * @param interval between two polls
   */
  public PollInputs(
      List<String> inputs,
      OutputLayout output,
      FileSelection selection,
      java.time.Duration interval) {
    this.inputs = List.copyOf(inputs);
    this.output = output;
    this.selection = selection;
    this.interval = interval;
  }

  @Override
  public PCollection<ArrivedFile> expand(PBegin begin) {
    return begin
        .apply("Inputs", Create.of("inputs").withCoder(StringUtf8Coder.of()))
        .apply("Poll", ParDo.of(new PollFn(inputs, output, selection, interval)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder
        .add(
            DisplayData.item(
                "input", String.join(",", inputs.stream().map(Addresses::withoutSecrets).toList())))
        .add(DisplayData.item("pollInterval", interval.toString()));
  }

  @UnboundedPerElement
  static final class PollFn extends DoFn<String, ArrivedFile> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PollInputs.class);

    /** Few enough to output in little time; the rest follow at once, in the next call. */
    private static final int FILES_AT_A_TIME = 10_000;

    /** Enough for a small listing, and short enough for a checkpoint to wait. */
    private static final int PATIENCE_MILLIS = 200;

    private final Counter listed = Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_LISTED);
    private final List<String> inputs;
    private final OutputLayout output;
    private final FileSelection selection;
    private final long intervalMillis;
    private transient Lease<InputPoll> lease;

    PollFn(
        List<String> inputs,
        OutputLayout output,
        FileSelection selection,
        java.time.Duration interval) {
      this.inputs = inputs;
      this.output = output;
      this.selection = selection;
      this.intervalMillis = interval.toMillis();
    }

    @Setup
    public void setUp() {
      lease = InputPoll.lease(inputs, output, selection);
    }

    @Teardown
    public void tearDown() {
      if (lease != null) {
        lease.close();
      }
    }

    @GetInitialRestriction
    public PollState nothing() {
      return PollState.EMPTY;
    }

    @GetRestrictionCoder
    public Coder<PollState> coder() {
      return PollState.MemoryCoder.INSTANCE;
    }

    @NewTracker
    public EndlessTracker<PollState> tracker(@Restriction PollState memory) {
      return new EndlessTracker<>(memory, PollState.EMPTY);
    }

    @ProcessElement
    public ProcessContinuation poll(
        RestrictionTracker<PollState, PollState> tracker, OutputReceiver<ArrivedFile> out)
        throws InterruptedException {
      InputPoll poll = lease.value();
      PollResult result;
      List<FileReport> news = List.of();
      List<FileReport> unreadable = List.of();
      try {
        AudioListing now = poll.listing().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        news = poll.news(now.failed());
        unreadable = now.unreadable();
        result = PollResult.of(tracker.currentRestriction(), now, FILES_AT_A_TIME);
      } catch (TimeoutException e) {
        return ProcessContinuation.resume().withResumeDelay(Duration.millis(PATIENCE_MILLIS));
      } catch (ExecutionException e) {
        LOG.warn("The input could not be listed; retrying", e.getCause());
        result = new PollResult(List.of(), tracker.currentRestriction(), true);
      }
      poll.forget();
      if (!tracker.tryClaim(result.memory())) {
        return ProcessContinuation.stop();
      }
      for (FileReport row : news) {
        if (unreadable.contains(row)) {
          listed.inc();
          out.output(ArrivedFile.unreadable(row));
        } else {
          LOG.warn("{}: {}", row.sourceUrl(), row.errorMessage());
        }
      }
      listed.inc(result.files().size());
      result.files().stream().map(ArrivedFile::of).forEach(out::output);
      return ProcessContinuation.resume()
          .withResumeDelay(Duration.millis(result.complete() ? intervalMillis : 0));
    }
  }
}
