package io.beamscribe.transforms.background;

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
 * on when a runner moves it from one instance to another.
 */
final class Pool {
  private static final Map<String, Pool> POOLS = new HashMap<>();
  private static final long PATIENCE_SECONDS = 20;

  private final Map<Integer, Stage<?>> stages = new HashMap<>();
  private final Map<Integer, Integer> leases = new HashMap<>();
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

  /**
   * A share in the pool of a job; given back by closing, once.
   *
   * @param leastThreads how many threads there are to be, whatever the number of leases
   */
  static <T> Lease<T> lease(String name, int order, int leastThreads, LongWork.Factory<T> factory) {
    synchronized (POOLS) {
      Pool pool = POOLS.computeIfAbsent(name, Pool::new);
      @SuppressWarnings("unchecked") // of one job, in which a place in the order is one transform's
      Stage<T> stage =
          (Stage<T>) pool.stages.computeIfAbsent(order, o -> new Stage<>(pool, o, factory));
      int held = pool.leases.merge(order, 1, Integer::sum);
      pool.grow(Math.max(held, leastThreads));
      return new Lease<>(name, stage);
    }
  }

  void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      if (!threads.isShutdown()) {
        throw e;
      } // else nobody wants it any more: the state of the job still has it
    }
  }

  long nextPlace() {
    return places.getAndIncrement();
  }

  private void grow(int size) {
    if (size > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    }
  }

  private void close() {
    stages.values().forEach(Stage::close);
    threads.shutdownNow();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One DoFn's share in one stage of a pool. */
  static final class Lease<T> implements AutoCloseable {
    private final String name;
    private final Stage<T> stage;
    private boolean closed;

    private Lease(String name, Stage<T> stage) {
      this.name = name;
      this.stage = stage;
    }

    Stage<T> stage() {
      return stage;
    }

    @Override
    public void close() {
      Pool unused = null;
      synchronized (POOLS) {
        if (closed) {
          return;
        }
        closed = true;
        Pool pool = POOLS.get(name);
        pool.leases.merge(stage.order(), -1, Integer::sum);
        if (pool.leases.values().stream().allMatch(held -> held == 0)) {
          unused = POOLS.remove(name);
        }
      }
      if (unused != null) {
        unused.close();
      }
    }
  }
}
