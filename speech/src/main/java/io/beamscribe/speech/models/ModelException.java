// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

import io.beamscribe.speech.SentenceException;
import org.jspecify.annotations.Nullable;

/**
 * A model is unavailable, so the run cannot start: a message for people that holds no secret (no
 * query of a signed URL, no credentials of a package index).
 */
public final class ModelException extends SentenceException {
  private static final long serialVersionUID = 1L;

  public ModelException(String sentence) {
    super(sentence, null);
  }

  public ModelException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
