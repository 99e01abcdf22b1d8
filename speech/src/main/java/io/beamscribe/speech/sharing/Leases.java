// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values shared by threads, one per key. A value is loaded by the first thread that asks for it,
 * while others that ask for the same value wait and those that ask for another do not; it is closed
 * with its last lease, or later as its {@link Retention} says. Thread-safe.
 *
 * <p>Nothing is loaded or closed under a lock. A failed load fails for all that wait for it, and
 * the next thread that asks tries again.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public final class Leases<K, V> implements AutoCloseable {
  private final Retention<V> retention;
  private final Consumer<? super V> closer;

  /** The longest unused first. Guards itself and its slots. */
  private final Map<K, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

  private boolean closed;

  /**
   * @param closer frees a value; called once for each, by whichever thread was the last to hold it
   */
  public Leases(Retention<V> retention, Consumer<? super V> closer) {
    this.retention = retention;
    this.closer = closer;
  }

  /**
   * Leases the value of a key, which is loaded first unless it is there.
   *
   * @throws ExecutionException if loading fails, here or in the thread that is waited for
   * @throws InterruptedException if interrupted while another thread loads it
   */
  public Lease<V> acquire(K key, Callable<? extends V> load)
      throws ExecutionException, InterruptedException {
    Slot slot = hold(key, load);
    boolean leased = false;
    try {
      slot.load.run(); // does nothing if another thread runs or ran it
      Lease<V> lease = new Lease<>(slot.load.get(), () -> release(slot));
      leased = true;
      return lease;
    } finally {
      if (!leased) {
        release(slot);
      }
    }
  }

  /** As {@link #acquire}, for a value that is created at once and without fail. */
  public Lease<V> share(K key, Supplier<? extends V> make) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return acquire(key, make::get);
        } catch (InterruptedException e) {
          interrupted = true; // the other thread is about to finish
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Closes all unused values, and the others as soon as they are unused. */
  @Override
  public void close() {
    List<V> unwanted;
    synchronized (slots) {
      closed = true;
      unwanted = surplus();
    }
    unwanted.forEach(closer);
  }

  private Slot hold(K key, Callable<? extends V> load) {
    List<V> unwanted = List.of();
    Slot slot;
    synchronized (slots) {
      slot = slots.get(key);
      if (slot == null) {
        if (!retention.time().isZero()) {
          unwanted = removeUnused();
        }
        slot = new Slot(key, load);
        slots.put(key, slot);
      }
      slot.holders++;
    }
    unwanted.forEach(closer);
    return slot;
  }

  private V load(Slot slot, Callable<? extends V> load) throws Exception {
    try {
      V value = Objects.requireNonNull(load.call());
      List<V> unwanted;
      synchronized (slots) {
        slot.value = value;
        slot.weight = retention.weight(value);
        unwanted = surplus();
      }
      unwanted.forEach(closer);
      return value;
    } finally {
      synchronized (slots) {
        if (slot.value == null) {
          slots.remove(slot.key, slot);
        }
      }
    }
  }

  private void release(Slot slot) {
    List<V> unwanted;
    synchronized (slots) {
      slot.holders--;
      unwanted = surplus();
      if (slot.holders == 0 && !retention.time().isZero() && slots.containsValue(slot)) {
        expire(slot, ++slot.pauses, retention.time());
      }
    }
    unwanted.forEach(closer);
  }

  private void expire(Slot slot, int pause, Duration time) {
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              synchronized (slots) {
                if (slot.holders > 0 || slot.pauses != pause || !slots.values().remove(slot)) {
                  return;
                }
              }
              closer.accept(slot.value);
            });
  }

  /** Removes surplus unused values, the longest unused first. */
  private List<V> surplus() {
    long weight = slots.values().stream().mapToLong(slot -> slot.weight).sum();
    List<V> surplus = new ArrayList<>();
    Iterator<Slot> each = slots.values().iterator();
    while (each.hasNext() && (closed || weight > retention.bound())) {
      Slot slot = each.next();
      if (slot.holders == 0) {
        each.remove();
        weight -= slot.weight;
        surplus.add(slot.value);
      }
    }
    return surplus;
  }

  private List<V> removeUnused() {
    List<V> unused = new ArrayList<>();
    slots
        .values()
        .removeIf(
            slot -> {
              if (slot.holders == 0) {
                unused.add(slot.value);
              }
              return slot.holders == 0;
            });
    return unused;
  }

  /** A value that is loaded, or being loaded by the first thread that runs the task. */
  private final class Slot {
    private final K key;
    private final FutureTask<V> load;

    /** Null until it is loaded; only then may it be unused. */
    private @Nullable V value;

    private long weight;
    private int holders;

    /** How often it became unused, which distinguishes one such time from another. */
    private int pauses;

    Slot(K key, Callable<? extends V> load) {
      this.key = key;
      this.load = new FutureTask<>(() -> load(this, load));
    }
  }
}
