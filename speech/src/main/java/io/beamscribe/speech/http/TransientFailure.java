// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.io.IOException;

/** A failure that may be gone at the next try. */
public final class TransientFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause what is reported when there is no other try
   */
  public TransientFailure(Exception cause) {
    super(cause);
  }
}
