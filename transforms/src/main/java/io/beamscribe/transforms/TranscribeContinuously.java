package io.beamscribe.transforms;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.events.CommitOffsets;
import io.beamscribe.transforms.events.KafkaTopic;
import io.beamscribe.transforms.events.ReadStoreEvents;
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
 * Transcribes all audio that is in the inputs and all that comes to be there, each file once in
 * each of its versions. Unbounded. Puts out a row for each file that has ended.
 */
public final class TranscribeContinuously extends PTransform<PBegin, PCollection<FileReport>> {
  private static final long serialVersionUID = 1L;

  private final TranscriptionSettings settings;
  private final int leastThreads;
  private final List<String> inputs;
  private final @Nullable Duration interval;
  private final @Nullable KafkaTopic events;

  private TranscribeContinuously(
      TranscriptionSettings settings,
      int leastThreads,
      List<String> inputs,
      @Nullable Duration interval,
      @Nullable KafkaTopic events) {
    this.settings = settings;
    this.leastThreads = leastThreads;
    this.inputs = List.copyOf(inputs);
    this.interval = interval;
    this.events = events;
  }

  /**
   * Looks at the inputs again and again.
   *
   * @param leastThreads that a worker has for recognition; it takes more where the runner has more
   * @param inputs files, folders, other prefixes and patterns, which may be empty for now
   * @param interval between two looks
   */
  public static TranscribeContinuously polling(
      TranscriptionSettings settings, int leastThreads, List<String> inputs, Duration interval) {
    return new TranscribeContinuously(settings, leastThreads, inputs, interval, null);
  }

  /**
   * Waits for a store to tell what comes. An event is committed when all its files have ended.
   *
   * @param leastThreads that a worker has for recognition; it takes more where the runner has more
   * @param inputs in which objects are taken
   */
  public static TranscribeContinuously listening(
      TranscriptionSettings settings, int leastThreads, List<String> inputs, KafkaTopic events) {
    return new TranscribeContinuously(settings, leastThreads, inputs, null, events);
  }

  @Override
  public PCollection<FileReport> expand(PBegin begin) {
    String output = settings.output().root();
    TranscribeUnbounded transcribe = new TranscribeUnbounded(settings, leastThreads);
    if (events == null) {
      return begin
          .apply("WatchAudio", new PollInputs(inputs, settings.output(), interval))
          .apply("Transcribe", transcribe)
          .get(TranscribeUnbounded.ROWS);
    }
    PCollectionTuple told = begin.apply("KafkaAudio", new ReadStoreEvents(events, inputs, output));
    PCollectionTuple transcribed = told.get(ReadStoreEvents.FILES).apply("Transcribe", transcribe);
    PCollectionList.of(told.get(ReadStoreEvents.BEGUN))
        .and(transcribed.get(TranscribeUnbounded.ENDED))
        .apply("Changes", Flatten.pCollections())
        .apply("CommitOffsets", new CommitOffsets(events));
    return transcribed.get(TranscribeUnbounded.ROWS);
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())));
  }
}
