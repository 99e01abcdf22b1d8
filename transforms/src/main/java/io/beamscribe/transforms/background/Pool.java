// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The background threads of a job in one JVM: as many as the runner has instances of a stage, which
 * on Flink is one per slot. Lives while any DoFn holds a lease, so that work continues when a
 * runner moves it from one instance to another. Thread-safe.
 */
final class Pool {
  private static final Leases<String, Pool> POOLS = new Leases<>(Retention.none(), Pool::close);

  /** How long interrupted work may take to stop. */
  private static final long PATIENCE_SECONDS = 20;

  private final Map<Integer, Stage<?>> stages = new HashMap<>();
  private final Map<Integer, Integer> holders = new HashMap<>();
  private final AtomicLong places = new AtomicLong();
  private final ThreadPoolExecutor threads;

  private Pool(String name) {
    threads =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "background-" + name);
              thread.setDaemon(true);
              // Otherwise it is that of whichever thread came first, perhaps of another job.
              thread.setContextClassLoader(Pool.class.getClassLoader());
              return thread;
            });
  }

  /** Leases a stage of a job's pool; closing the lease returns it. */
  static <T> StageLease<T> lease(Place place, LongWork.Factory<T> factory) {
    Lease<Pool> pool = POOLS.share(place.job(), () -> new Pool(place.job()));
    Stage<T> stage = pool.value().join(place, factory);
    return new StageLease<>(
        stage,
        () -> {
          pool.value().leave(place);
          pool.close();
        });
  }

  private synchronized <T> Stage<T> join(Place place, LongWork.Factory<T> factory) {
    @SuppressWarnings("unchecked") // within a job each order belongs to one transform
    Stage<T> stage =
        (Stage<T>)
            stages.computeIfAbsent(
                place.order(),
                order -> new Stage<>(order, factory, this::execute, places::getAndIncrement));
    int held = holders.merge(place.order(), 1, Integer::sum);
    grow(Math.max(held, place.leastThreads()));
    return stage;
  }

  private synchronized void leave(Place place) {
    holders.merge(place.order(), -1, Integer::sum);
  }

  private void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      if (!threads.isShutdown()) {
        throw e;
      } // otherwise the job has ended here, and its state still has the element
    }
  }

  private void grow(int size) {
    if (size > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    }
  }

  private void close() {
    synchronized (this) {
      stages.values().forEach(Stage::close);
    }
    threads.shutdownNow();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
