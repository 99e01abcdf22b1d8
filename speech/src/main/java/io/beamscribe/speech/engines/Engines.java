// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.isolation.IsolatedEngine;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Loaded engines: one for each {@link EngineSpec}, shared by any number of threads. An engine is
 * loaded by its first lease and freed with its last; after a failure to load, the next lease tries
 * again. Loads of different engines do not wait for each other. Thread-safe.
 */
public final class Engines {
  /**
   * A model takes gigabytes, so all jobs of a JVM share it. A JVM that outlives its jobs, and loads
   * this class once for all of them, may keep engines for the next job: for some seconds after the
   * last lease, or until another engine is needed.
   */
  private static final Engines SHARED =
      new Engines(Duration.ofSeconds(Long.getLong("beamscribe.engine.keep.seconds", 0)));

  private final Leases<EngineSpec, Engine> leases;
  private final AtomicLong loads = new AtomicLong();

  /** Number of loads reported so far. */
  private final AtomicLong reported = new AtomicLong();

  /**
   * @param keep how long to keep an unused engine
   */
  Engines(Duration keep) {
    leases = new Leases<>(Retention.until(keep), Engine::close);
  }

  /** The engines of this JVM. */
  public static Engines shared() {
    return SHARED;
  }

  /** Number of models loaded so far, in this process or in its children. */
  public long loads() {
    return loads.get();
  }

  /** Number of models loaded since the last call: each load is reported once. */
  public long newLoads() {
    long now = loads.get();
    return Math.max(0, now - reported.getAndUpdate(before -> Math.max(before, now)));
  }

  /**
   * Leases the engine of a spec, which is loaded first if nobody holds it.
   *
   * @throws SpeechException if it cannot be loaded
   */
  public Lease<Engine> lease(EngineSpec spec) throws SpeechException {
    try {
      return leases.acquire(spec, () -> load(spec));
    } catch (ExecutionException e) {
      throw failure(spec, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException(
          ErrorKind.TRANSIENT, "Interrupted while the model was being loaded", e);
    }
  }

  private static SpeechException failure(EngineSpec spec, @Nullable Throwable cause) {
    if (cause instanceof SpeechException known) {
      // A new one for each waiting thread: exceptions are not to be shared.
      return new SpeechException(known.kind(), known.getMessage(), known);
    }
    return new SpeechException(
        ErrorKind.INTERNAL,
        "The model in " + spec.folder() + " could not be loaded: " + cause,
        cause);
  }

  private Engine load(EngineSpec spec) throws SpeechException {
    if (spec.isolation() == Isolation.PROCESS) {
      return IsolatedEngine.open(spec, loads::incrementAndGet);
    }
    Engine engine = EngineProvider.named(spec.engine()).open(spec.path());
    loads.incrementAndGet();
    return engine;
  }
}
