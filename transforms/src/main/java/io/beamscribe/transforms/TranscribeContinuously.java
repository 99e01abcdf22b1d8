// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.events.CommitOffsets;
import io.beamscribe.transforms.events.KafkaTopic;
import io.beamscribe.transforms.events.ReadStoreEvents;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.streaming.PollInputs;
import io.beamscribe.transforms.streaming.TranscribeUnbounded;
import io.beamscribe.transforms.values.ArrivedFile;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Transcribes all audio that is in the inputs and all that comes to be there, each file once in
 * each of its versions. Gives a row for each file that has ended, after its results are stored.
 *
 * <p>Unbounded. One worker lists the inputs; files and their blocks are spread over all, each of
 * which works on as many as it has threads, beside the threads of its runner, so that checkpoints
 * do not wait. At least once: after a restart from a checkpoint, or from the offsets that the
 * events have reached, a file may be worked on again and its row come again. Its results are the
 * same.
 */
public final class TranscribeContinuously extends PTransform<PBegin, PCollection<FileReport>> {
  private static final long serialVersionUID = 1L;

  private final TranscriptionSettings settings;
  private final List<String> inputs;
  private final @Nullable Duration interval;
  private final @Nullable KafkaTopic events;

  private TranscribeContinuously(
      TranscriptionSettings settings,
      List<String> inputs,
      @Nullable Duration interval,
      @Nullable KafkaTopic events) {
    this.settings = settings;
    this.inputs = List.copyOf(inputs);
    this.interval = interval;
    this.events = events;
  }

  /**
   * Looks at the inputs again and again.
   *
   * @param inputs files, folders, other prefixes and patterns, which may be empty for now
   * @param interval between two looks
   */
  public static TranscribeContinuously polling(
      TranscriptionSettings settings, List<String> inputs, Duration interval) {
    return new TranscribeContinuously(settings, inputs, interval, null);
  }

  /**
   * Waits for a store to tell what comes. An event is committed when all its files have ended.
   *
   * @param inputs in which objects are taken
   */
  public static TranscribeContinuously listening(
      TranscriptionSettings settings, List<String> inputs, KafkaTopic events) {
    return new TranscribeContinuously(settings, inputs, null, events);
  }

  @Override
  public PCollection<FileReport> expand(PBegin begin) {
    String output = settings.output().root();
    TranscribeUnbounded transcribe = new TranscribeUnbounded(settings);
    if (events == null) {
      return begin
          .apply("WatchAudio", new PollInputs(inputs, settings.output(), requireNonNull(interval)))
          .apply(
              "Arrived",
              MapElements.into(TypeDescriptor.of(ArrivedFile.class)).via(ArrivedFile::of))
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
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())));
  }
}
