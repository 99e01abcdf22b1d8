// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.speech.SentenceException;
import org.jspecify.annotations.Nullable;

/** The job itself failed: one sentence that says why. Exit code 1. */
public final class JobException extends SentenceException {
  private static final long serialVersionUID = 1L;

  public JobException(String sentence) {
    super(sentence, null);
  }

  public JobException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
