package io.beamscribe.speech.recognition;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.isolation.IsolatedEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The engines of this JVM: one for each {@link EngineSpec}, whatever number of threads use it. An
 * engine is loaded by its first lease and freed with its last; one that could not be loaded is
 * tried again by the next lease. Loads of different engines do not wait for each other.
 */
public final class Engines {
  /** An engine that is loaded, or being loaded by the first thread that runs the task. */
  private static final class Slot {
    final FutureTask<Engine> load;
    int leases;

    Slot(EngineSpec spec) {
      load = new FutureTask<>(() -> load(spec));
    }

    /** Null where it is not loaded, or could not be. */
    Engine engine() {
      try {
        return load.isDone() ? load.get() : null;
      } catch (ExecutionException | InterruptedException e) {
        return null;
      }
    }
  }

  /** Guards itself and the lease counts of its slots. Nothing slow is done under its lock. */
  private static final Map<EngineSpec, Slot> SLOTS = new HashMap<>();

  private static final AtomicLong LOADS = new AtomicLong();

  private Engines() {}

  /** How many models were loaded for this JVM so far, in itself or in its child processes. */
  public static long loads() {
    return LOADS.get();
  }

  /**
   * A share in the engine of a spec, which is loaded first if nobody holds it.
   *
   * @throws SpeechException where it cannot be loaded
   */
  public static EngineLease lease(EngineSpec spec) throws SpeechException {
    Slot slot;
    synchronized (SLOTS) {
      slot = SLOTS.computeIfAbsent(spec, Slot::new);
      slot.leases++;
    }
    boolean leased = false;
    try {
      slot.load.run(); // does nothing where another thread runs or ran it
      EngineLease lease = new EngineLease(slot.load.get(), () -> release(spec, slot));
      leased = true;
      return lease;
    } catch (ExecutionException e) {
      throw failure(spec, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException(
          ErrorKind.TRANSIENT, "Interrupted while the model was being loaded", e);
    } finally {
      if (!leased) {
        release(spec, slot);
      }
    }
  }

  private static SpeechException failure(EngineSpec spec, Throwable cause) {
    if (cause instanceof SpeechException known) {
      // A new one for each waiting thread: exceptions are not to be shared.
      return new SpeechException(known.kind(), known.getMessage(), known);
    }
    return new SpeechException(
        ErrorKind.INTERNAL,
        "The model in " + spec.folder() + " could not be loaded: " + cause,
        cause);
  }

  private static void release(EngineSpec spec, Slot slot) {
    Engine unused = null;
    synchronized (SLOTS) {
      slot.leases--;
      Engine engine = slot.engine();
      boolean failed = slot.load.isDone() && engine == null;
      if (failed || slot.leases == 0) {
        SLOTS.remove(spec, slot);
      }
      if (slot.leases == 0) {
        unused = engine;
      }
    }
    if (unused != null) {
      unused.close();
    }
  }

  private static Engine load(EngineSpec spec) throws SpeechException {
    if (spec.isolation() == Isolation.PROCESS) {
      return IsolatedEngine.open(spec, LOADS::incrementAndGet);
    }
    Engine engine = EngineProvider.named(spec.engine()).open(spec.path());
    LOADS.incrementAndGet();
    return engine;
  }
}
