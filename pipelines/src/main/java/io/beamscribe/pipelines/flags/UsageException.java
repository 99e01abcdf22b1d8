// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import java.util.Objects;

/** Wrong usage: one sentence that says what is wrong and how to correct it. Exit code 2. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String sentence) {
    super(sentence);
  }

  public UsageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
