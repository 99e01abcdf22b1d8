package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.ProgressSource;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;

/** The batch job: a folder of audio becomes transcripts and a report. */
public final class TranscribeBatch {
  private TranscribeBatch() {}

  /** Runs {@code beamscribe transcribe} with these flags; what a cluster is told to start. */
  public static void main(String[] args) {
    Main.main(Stream.concat(Stream.of("transcribe"), Stream.of(args)).toArray(String[]::new));
  }

  /**
   * Adds the job to a pipeline.
   *
   * @return tells how far the job is, once it runs
   */
  static Function<PipelineResult, ProgressSource> build(
      Pipeline pipeline, TranscribeOptions options) {
    return result -> () -> new ProgressSource.Snapshot(0, 0, 0, 0, 0, 0);
  }
}
