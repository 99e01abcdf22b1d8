package io.beamscribe.transforms.background;

import java.io.IOException;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks of one kind of work in one JVM, each once. Safe for several threads. */
final class Stage<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  private final Pool pool;
  private final int order;
  private final LongWork.Factory<T> factory;
  private final Map<String, Task<T>> tasks = new ConcurrentHashMap<>();
  private final Map<Integer, Queue<Task<T>>> finished = new ConcurrentHashMap<>();
  private final Deque<LongWork<T>> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Stage(Pool pool, int order, LongWork.Factory<T> factory) {
    this.pool = pool;
    this.order = order;
    this.factory = factory;
  }

  int order() {
    return order;
  }

  /** Lets an element be worked on, unless it is already. */
  void submit(int shard, String id, T element) {
    tasks.computeIfAbsent(
        id,
        name -> {
          Task<T> task = new Task<>(this, shard, name, element, pool.nextPlace());
          pool.execute(task);
          return task;
        });
  }

  /** Takes a task of a shard that is done, if one is. */
  Optional<Task<T>> takeFinished(int shard) {
    Queue<Task<T>> queue = finished.get(shard);
    Task<T> task = queue == null ? null : queue.poll();
    if (task != null) {
      tasks.remove(task.id());
    }
    return Optional.ofNullable(task);
  }

  void finished(Task<T> task) {
    finished.computeIfAbsent(task.shard(), shard -> new ConcurrentLinkedQueue<>()).add(task);
  }

  void executeLater(Task<T> task, long delay, TimeUnit unit) {
    CompletableFuture.delayedExecutor(delay, unit, pool::execute).execute(task);
  }

  void work(T element, int attempt, MultiOutputReceiver out) throws IOException {
    LongWork<T> worker = idle.poll();
    if (worker == null) {
      worker = factory.create();
    }
    try {
      worker.process(element, attempt, out);
    } finally {
      idle.push(worker);
      if (closed) {
        closeIdle();
      }
    }
  }

  boolean closed() {
    return closed;
  }

  /** Ends the workers, those that are busy when they are done. */
  void close() {
    closed = true;
    closeIdle();
  }

  private void closeIdle() {
    for (LongWork<T> worker = idle.poll(); worker != null; worker = idle.poll()) {
      try {
        worker.close();
      } catch (IOException e) {
        LOG.warn("A worker could not be closed", e);
      }
    }
  }
}
