// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether callers need keys. */
final class Access {
  private Access() {}

  static boolean asked(ServeOptions options) {
    try {
      return options.isKeys() || !InetAddress.getByName(options.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
