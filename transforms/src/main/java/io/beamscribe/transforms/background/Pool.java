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
 * The threads on which a job does its long work in one JVM: as many as the runner has instances of
 * a stage, which on Flink is one a slot. There as long as any DoFn holds a lease, so that work goes
 * on when a runner moves it from one instance to another. Thread-safe.
 */
final class Pool {
  private static final Leases<String, Pool> POOLS = new Leases<>(Retention.none(), Pool::close);

  /** How long work that is interrupted may take to end. */
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
              // Else that of whichever thread came first, and maybe of another job.
              thread.setContextClassLoader(Pool.class.getClassLoader());
              return thread;
            });
  }

  /** A share in a stage of the pool of a job; given back by closing. */
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
    @SuppressWarnings("unchecked") // of one job, in which a place in the order is one transform's
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
      } // else nobody wants it any more: the state of the job still has it
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
