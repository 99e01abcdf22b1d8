// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An exception with a message for people: one sentence, never null, without secrets. */
public abstract class SentenceException extends Exception {
  private static final long serialVersionUID = 1L;

  protected SentenceException(String sentence, @Nullable Throwable cause) {
    super(Objects.requireNonNull(sentence), cause);
  }

  /** The sentence. */
  @Override
  public final String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
