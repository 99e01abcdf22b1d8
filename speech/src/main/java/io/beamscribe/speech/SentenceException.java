// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A failure whose message is always there: a sentence for people, without any secret in it. */
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
