// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ONNX Runtime from closing its environment when the JVM ends: other threads may still run
 * sessions in it, which crashes the process, so that an interrupted run ended with a native error
 * in place of its own exit code. The system frees all of it anyway.
 *
 * <p>That takes the package {@code java.lang} to be open, as the manifest of the program says, and
 * the options of a Flink cluster; elsewhere the environment is closed as before.
 */
final class ExitHooks {
  private static final Logger LOG = LoggerFactory.getLogger(ExitHooks.class);

  /** What ONNX Runtime runs when the JVM ends. */
  private static final String CLOSER = "ai.onnxruntime.OrtEnvironment$OrtEnvCloser";

  private ExitHooks() {}

  /** Takes back what ONNX Runtime has registered for the end of the JVM, if that is possible. */
  static void remove() {
    try {
      for (Thread hook : hooks()) {
        Object task = task(hook);
        if (task != null && task.getClass().getName().equals(CLOSER)) {
          Runtime.getRuntime().removeShutdownHook(hook);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("ONNX Runtime closes its environment when the JVM ends", e);
    }
  }

  private static List<Thread> hooks() throws ReflectiveOperationException {
    Class<?> registry = Class.forName("java.lang.ApplicationShutdownHooks");
    Field field = registry.getDeclaredField("hooks");
    field.setAccessible(true);
    List<Thread> hooks = new ArrayList<>();
    synchronized (registry) {
      if (field.get(null) instanceof Map<?, ?> all) {
        all.keySet().forEach(hook -> hooks.add((Thread) hook));
      }
    }
    return hooks;
  }

  /** What a thread runs: Java 17 keeps it in the thread, later ones in a part of it. */
  private static @Nullable Object task(Thread thread) throws ReflectiveOperationException {
    try {
      return value(Thread.class, thread, "target");
    } catch (NoSuchFieldException e) {
      Object holder = value(Thread.class, thread, "holder");
      return holder == null ? null : value(holder.getClass(), holder, "task");
    }
  }

  private static @Nullable Object value(Class<?> type, Object of, String name)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
