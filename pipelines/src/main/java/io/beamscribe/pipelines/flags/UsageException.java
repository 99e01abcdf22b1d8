// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import io.beamscribe.speech.SentenceException;
import io.beamscribe.transforms.settings.SettingsException;

/** Wrong usage: one sentence that says what is wrong and how to correct it. Exit code 2. */
public final class UsageException extends SentenceException {
  private static final long serialVersionUID = 1L;

  public UsageException(String sentence) {
    super(sentence, null);
  }

  public UsageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What is wrong with settings, in the words of a command line. */
  public static UsageException of(SettingsException wrong) {
    return new UsageException(wrong.flags(), wrong);
  }
}
