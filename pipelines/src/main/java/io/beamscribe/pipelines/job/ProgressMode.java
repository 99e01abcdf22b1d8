package io.beamscribe.pipelines.job;

/** Whether progress is shown: {@code --progress}. */
public enum ProgressMode {
  /** As suits where stderr goes. */
  AUTO,
  /** Not at all. */
  NONE
}
