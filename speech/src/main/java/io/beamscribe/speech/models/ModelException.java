package io.beamscribe.speech.models;

/**
 * A model cannot be had, so the run cannot start: a sentence that a person understands and that
 * holds no secret (no query of a signed URL, no credentials of a package index).
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
