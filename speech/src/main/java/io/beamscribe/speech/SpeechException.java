// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure of one file: its kind, and a message for people that contains no secret (no query of a
 * signed URL, no key).
 */
public final class SpeechException extends SentenceException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;

  public SpeechException(ErrorKind kind, String sentence) {
    this(kind, sentence, null);
  }

  public SpeechException(ErrorKind kind, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.kind = Objects.requireNonNull(kind);
  }

  public ErrorKind kind() {
    return kind;
  }
}
