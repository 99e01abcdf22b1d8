// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ONNX Runtime from closing its environment in a shutdown hook of its own, at the same time
 * as sessions are still told to stop. Environments are counted, and this takes one that is never
 * given back; the system frees all of it when the process ends.
 */
final class KeptEnvironment {
  private static final Logger LOG = LoggerFactory.getLogger(KeptEnvironment.class);

  private KeptEnvironment() {}

  /** Takes a second handle of the environment, which must have been created. */
  static void keep() {
    try {
      Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      Method create =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      create.setAccessible(true);
      create.invoke(null, api.getLong(null), LEVEL, OrtEnvironment.DEFAULT_NAME);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("ONNX Runtime closes its environment when the JVM ends", e);
    }
  }

  /** Warnings, its default. The level of the first handle counts. */
  private static final int LEVEL = 2;
}
