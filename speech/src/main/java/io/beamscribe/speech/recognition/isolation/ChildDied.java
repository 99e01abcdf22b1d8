package io.beamscribe.speech.recognition.isolation;

/** The child process ended while it was needed; the message tells what is known of the cause. */
final class ChildDied extends Exception {
  private static final long serialVersionUID = 1L;

  ChildDied(String cause) {
    super(cause);
  }
}
