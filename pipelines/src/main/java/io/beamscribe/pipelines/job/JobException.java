package io.beamscribe.pipelines.job;

/** The job itself failed: one sentence that says why. Exit code 1. */
public final class JobException extends Exception {
  private static final long serialVersionUID = 1L;

  public JobException(String sentence) {
    super(sentence);
  }

  public JobException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
