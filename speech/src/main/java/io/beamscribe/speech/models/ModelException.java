package io.beamscribe.speech.models;

/**
 * A model is unavailable, so the run cannot start: a message for people that holds no secret (no
 * query of a signed URL, no credentials of a package index).
 */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1L;

  public ModelException(String sentence) {
    super(sentence);
  }

  public ModelException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
