// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.io.IOException;

/** A failure that may be gone at the next attempt. */
public final class TransientFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause reported if there is no further attempt
   */
  public TransientFailure(Exception cause) {
    super(cause);
  }
}
