package io.beamscribe.speech.engines;

import io.beamscribe.speech.recognition.Engine;

/**
 * A share in an engine of {@link Engines}; closing it twice is harmless. For one thread at a time.
 */
public final class EngineLease implements AutoCloseable {
  private final Engine engine;
  private Runnable release;

  EngineLease(Engine engine, Runnable release) {
    this.engine = engine;
    this.release = release;
  }

  /** The shared engine, which is not the holder's to close. */
  public Engine engine() {
    if (release == null) {
      throw new IllegalStateException("closed already");
    }
    return engine;
  }

  @Override
  public void close() {
    if (release != null) {
      Runnable once = release;
      release = null;
      once.run();
    }
  }
}
