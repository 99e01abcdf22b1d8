// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import com.sun.jna.Function;

/**
 * Keeps ONNX Runtime from reporting to its maker. Its libraries of version 1.29 do so on Linux as
 * soon as they are loaded, unless a variable of the environment forbids it: they keep an identity
 * of the device and a queue in the user's cache, and logs in the folder for temporary files.
 * Therefore it is not enough to switch it off once the runtime has started.
 */
final class Telemetry {
  static final String OFF = "ORT_DISABLE_TELEMETRY";
  static final String YES = "1";

  private Telemetry() {}

  /**
   * Sets the variable, which Java itself cannot, unless this process was started with it. Must be
   * called before the libraries are loaded.
   *
   * @throws IllegalStateException if it cannot be set
   */
  static void forbid() {
    if (YES.equals(System.getenv(OFF))) {
      return;
    }
    int failed;
    try {
      failed = Function.getFunction("c", "setenv").invokeInt(new Object[] {OFF, YES, 1});
    } catch (LinkageError e) {
      throw new IllegalStateException(refusal(), e);
    }
    if (failed != 0) {
      throw new IllegalStateException(refusal());
    }
  }

  private static String refusal() {
    return "The telemetry of ONNX Runtime cannot be switched off; set " + OFF + "=" + YES;
  }
}
