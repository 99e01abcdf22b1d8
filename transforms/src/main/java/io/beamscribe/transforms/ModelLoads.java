package io.beamscribe.transforms;

import io.beamscribe.speech.recognition.Engines;
import java.util.concurrent.atomic.AtomicLong;

/** Hands each load of a model in this JVM to exactly one who asks. */
final class ModelLoads {
  private static final AtomicLong TOLD = new AtomicLong();

  private ModelLoads() {}

  static long sinceLastAsked() {
    long loads = Engines.loads();
    return Math.max(0, loads - TOLD.getAndUpdate(told -> Math.max(told, loads)));
  }
}
