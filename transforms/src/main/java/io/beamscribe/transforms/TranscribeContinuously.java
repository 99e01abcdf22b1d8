// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.events.CommitOffsets;
import io.beamscribe.transforms.events.KafkaTopic;
import io.beamscribe.transforms.events.ReadStoreEvents;
import io.beamscribe.transforms.publishing.ResultTopic;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.streaming.PollInputs;
import io.beamscribe.transforms.streaming.TranscribeUnbounded;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.jspecify.annotations.Nullable;

/**
 * Transcribes the audio in the inputs and all that arrives later, each version of a file once.
 * Outputs a row for each finished file, after its results are stored.
 *
 * <p>Unbounded. One worker lists the inputs; files and their blocks are distributed over all
 * workers, which process them in background threads, so that checkpoints do not wait. At least
 * once: after a restart from a checkpoint or from committed offsets, a file may be processed and
 * its row output again, with the same results.
 */
public final class TranscribeContinuously extends PTransform<PBegin, PCollection<FileReport>> {
  private static final long serialVersionUID = 1L;

  private final TranscriptionSettings settings;
  private final List<String> inputs;
  private final @Nullable Duration interval;
  private final @Nullable KafkaTopic events;
  private final @Nullable ResultTopic results;

  private TranscribeContinuously(
      TranscriptionSettings settings,
      List<String> inputs,
      @Nullable Duration interval,
      @Nullable KafkaTopic events,
      @Nullable ResultTopic results) {
    this.results = results;
    this.settings = settings;
    this.inputs = List.copyOf(inputs);
    this.interval = interval;
    this.events = events;
  }

  /**
   * Polls the inputs.
   *
   * @param inputs files, folders or prefixes, and patterns, which may still be empty
   * @param interval between two polls
   */
  public static TranscribeContinuously polling(
      TranscriptionSettings settings, List<String> inputs, Duration interval) {
    return new TranscribeContinuously(settings, inputs, interval, null, null);
  }

  /**
   * Reads a store's events from Kafka. The offset of an event is committed once all its files are
   * finished.
   *
   * @param inputs objects outside of these are ignored
   */
  public static TranscribeContinuously listening(
      TranscriptionSettings settings, List<String> inputs, KafkaTopic events) {
    return new TranscribeContinuously(settings, inputs, null, events, null);
  }

  /**
   * Publishes a record for each file that ends, with results or with a dead letter, to a topic of
   * Kafka: at least once, before the file counts as finished.
   */
  public TranscribeContinuously publishing(ResultTopic topic) {
    return new TranscribeContinuously(settings, inputs, interval, events, topic);
  }

  /**
   * Outputs rows, read from the stored results, instead of reports. Rows of events have the times
   * at which their events were read; those of polled inputs have no meaningful ones.
   */
  public PTransform<PBegin, Transcribe.Result> withRows() {
    Transcribe.Result.requireRows(settings);
    return new WithRows(this);
  }

  @Override
  public PCollection<FileReport> expand(PBegin begin) {
    return transcribe(begin).get(TranscribeUnbounded.ROWS);
  }

  private PCollectionTuple transcribe(PBegin begin) {
    TranscriptionSettings own = settings.ofNewRun();
    TranscribeUnbounded transcribe = new TranscribeUnbounded(own, results);
    if (events == null) {
      return begin
          .apply(
              "WatchAudio",
              new PollInputs(inputs, own.output(), own.run().selection(), requireNonNull(interval)))
          .apply("Transcribe", transcribe);
    }
    PCollectionTuple read =
        begin.apply("KafkaAudio", new ReadStoreEvents(events, inputs, own.run()));
    PCollectionTuple transcribed = read.get(ReadStoreEvents.FILES).apply("Transcribe", transcribe);
    PCollectionList.of(read.get(ReadStoreEvents.BEGUN))
        .and(transcribed.get(TranscribeUnbounded.ENDED))
        .apply("Changes", Flatten.pCollections())
        .apply("CommitOffsets", new CommitOffsets(events));
    return transcribed;
  }

  private static final class WithRows extends PTransform<PBegin, Transcribe.Result> {
    private static final long serialVersionUID = 1L;

    private final TranscribeContinuously work;

    WithRows(TranscribeContinuously work) {
      this.work = work;
    }

    @Override
    public Transcribe.Result expand(PBegin begin) {
      PCollectionTuple ended = work.transcribe(begin);
      return Transcribe.Result.of(
          ended.get(TranscribeUnbounded.ROWS),
          ended.get(TranscribeUnbounded.IGNORED),
          work.settings);
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
      super.populateDisplayData(builder);
      builder.delegate(work);
    }
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())));
  }
}
