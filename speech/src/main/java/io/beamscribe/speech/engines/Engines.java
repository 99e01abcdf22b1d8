package io.beamscribe.speech.engines;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.isolation.IsolatedEngine;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The engines of this JVM: one for each {@link EngineSpec}, whatever number of threads use it. An
 * engine is loaded by its first lease and freed with its last; one that could not be loaded is
 * tried again by the next lease. Loads of different engines do not wait for each other.
 *
 * <p>A JVM that outlives its jobs, and loads this class once for all of them, may keep engines for
 * the next job: by {@code -Dbeamscribe.engine.keep.seconds}, as long after the last lease, or until
 * another engine is wanted.
 */
public final class Engines {
  /** An engine that is loaded, or being loaded by the first thread that runs the task. */
  private static final class Slot {
    final FutureTask<Engine> load;
    int leases;

    /** How often it has lost its last lease, by which one time is told from another. */
    int pauses;

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

  /** How many of them were told of. */
  private static final AtomicLong TOLD = new AtomicLong();

  private static final long KEEP_SECONDS = Long.getLong("beamscribe.engine.keep.seconds", 0);

  private Engines() {}

  /** How many models were loaded for this JVM so far, in itself or in its child processes. */
  public static long loads() {
    return LOADS.get();
  }

  /** How many models were loaded since anybody asked: each load is told of once. */
  public static long newLoads() {
    long loads = LOADS.get();
    return Math.max(0, loads - TOLD.getAndUpdate(told -> Math.max(told, loads)));
  }

  /**
   * A share in the engine of a spec, which is loaded first if nobody holds it.
   *
   * @throws SpeechException where it cannot be loaded
   */
  public static EngineLease lease(EngineSpec spec) throws SpeechException {
    Slot slot;
    List<Engine> unwanted = List.of();
    synchronized (SLOTS) {
      if (!SLOTS.containsKey(spec)) {
        unwanted = removeIdle();
      }
      slot = SLOTS.computeIfAbsent(spec, Slot::new);
      slot.leases++;
    }
    unwanted.forEach(Engine::close);
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
      if (!failed && slot.leases == 0 && KEEP_SECONDS > 0) {
        keep(spec, slot, ++slot.pauses);
        return;
      }
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

  private static void keep(EngineSpec spec, Slot slot, int pause) {
    CompletableFuture.delayedExecutor(KEEP_SECONDS, TimeUnit.SECONDS)
        .execute(
            () -> {
              synchronized (SLOTS) {
                if (slot.leases > 0 || slot.pauses != pause || !SLOTS.remove(spec, slot)) {
                  return;
                }
              }
              slot.engine().close();
            });
  }

  /** Takes out what is only kept: there is room for the engines of one job. */
  private static List<Engine> removeIdle() {
    List<Engine> idle = new ArrayList<>();
    SLOTS
        .values()
        .removeIf(
            slot -> {
              boolean unheld = slot.leases == 0;
              if (unheld) {
                idle.add(slot.engine());
              }
              return unheld;
            });
    return idle;
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
