// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The job itself failed: one sentence that says why. Exit code 1. */
public final class JobException extends Exception {
  private static final long serialVersionUID = 1L;

  public JobException(String sentence) {
    super(sentence);
  }

  public JobException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
