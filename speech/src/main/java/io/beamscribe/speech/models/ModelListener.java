package io.beamscribe.speech.models;

/** Hears what a store does. Called by the thread that called the store; must be quick. */
public interface ModelListener {
  /** Hears nothing. */
  ModelListener SILENT = sentence -> {};

  /** Something a person should know: waiting, a source that failed, terms of a licence. */
  void say(String sentence);

  /**
   * A download goes on.
   *
   * @param done bytes so far
   * @param total bytes in all, 0 where unknown; {@code done} may end a little off it
   */
  default void progress(String model, long done, long total) {}
}
