package io.beamscribe.speech.engines.isolation;

/** The child process ended while it was needed; the message tells what is known of the cause. */
final class EngineProcessDied extends Exception {
  private static final long serialVersionUID = 1L;

  EngineProcessDied(String cause) {
    super(cause);
  }
}
