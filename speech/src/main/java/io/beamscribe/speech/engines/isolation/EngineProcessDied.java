// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import org.jspecify.annotations.Nullable;

/** The child process died while it was needed; the message says what is known of the cause. */
final class EngineProcessDied extends Exception {
  private static final long serialVersionUID = 1L;

  EngineProcessDied(@Nullable String cause) {
    super(cause);
  }
}
