package io.beamscribe.pipelines;

import io.beamscribe.transforms.TranscribeContinuously;
import org.apache.beam.sdk.Pipeline;

/** The streaming job: audio becomes transcripts as it comes to a folder or store. */
public final class TranscribeStream {
  private TranscribeStream() {}

  /**
   * Runs {@code beamscribe watch} with these flags; what a cluster is told to start. Returns only
   * if the job is stopped in a way that keeps its state, and throws where it ends in another.
   */
  public static void main(String[] args) {
    TranscribeBatch.run("watch", args);
  }

  /** Adds the job to a pipeline. */
  public static void build(Pipeline pipeline, TranscribeContinuously watch) {
    pipeline.apply("Watch", watch);
  }
}
