// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.io.IOException;

/** An address that callers may not have the service connect to. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedException(String host) {
    super(host + " is an address in a private network, which this service does not connect to.");
  }
}
