package io.beamscribe.pipelines.job;

/** Tells how far a running job is. */
@FunctionalInterface
public interface ProgressSource {
  /** What is known now. Called from a thread of its own, about once a second. */
  Snapshot snapshot();

  /**
   * How far a job is.
   *
   * @param filesKnown listed so far
   * @param filesDone transcribed in this run
   * @param filesSkipped done in an earlier run
   * @param audioSecondsKnown audio of the files that were opened so far, to be recognised in this
   *     run
   * @param audioSecondsDone of it, what is recognised
   */
  record Snapshot(
      long filesKnown,
      long filesDone,
      long filesFailed,
      long filesSkipped,
      double audioSecondsKnown,
      double audioSecondsDone) {

    /** Files that are at their end, however it was. */
    public long filesEnded() {
      return filesDone + filesFailed + filesSkipped;
    }
  }
}
