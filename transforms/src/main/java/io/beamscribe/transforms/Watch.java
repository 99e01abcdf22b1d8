package io.beamscribe.transforms;

import io.beamscribe.speech.report.FileReport;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Transcribes all audio that is in the inputs and all that comes to be there, each file once in
 * each of its versions. Unbounded. Puts out a row for each file that has ended.
 */
public final class Watch extends PTransform<PBegin, PCollection<FileReport>> {
  private static final long serialVersionUID = 1L;

  private final List<String> inputs;
  private final TranscriptionSettings settings;
  private final Duration interval;
  private final int leastThreads;

  private Watch(
      List<String> inputs, TranscriptionSettings settings, Duration interval, int leastThreads) {
    this.inputs = List.copyOf(inputs);
    this.settings = settings;
    this.interval = interval;
    this.leastThreads = leastThreads;
  }

  /**
   * @param inputs files, folders, other prefixes and patterns, which may be empty for now
   * @param interval between two looks at the inputs
   * @param leastThreads that a worker has for recognition; it takes more where the runner has more
   */
  public static Watch of(
      List<String> inputs, TranscriptionSettings settings, Duration interval, int leastThreads) {
    return new Watch(inputs, settings, interval, leastThreads);
  }

  @Override
  public PCollection<FileReport> expand(PBegin begin) {
    return begin
        .apply("WatchAudio", new WatchAudio(inputs, settings.output().root(), interval))
        .apply("Transcribe", new TranscribeWatched(settings, leastThreads));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    builder.add(DisplayData.item("output", Addresses.withoutSecrets(settings.output().root())));
  }
}
