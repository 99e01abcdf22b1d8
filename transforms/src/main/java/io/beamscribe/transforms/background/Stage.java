// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import io.beamscribe.speech.http.Addresses;
import java.io.IOException;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of one stage in one JVM, each once. Only an {@link Error} fails a task for good;
 * otherwise it is retried until it succeeds, however long storage is down. Thread-safe.
 */
final class Stage<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  /**
   * Long enough that an outage of hours costs few attempts, short enough to notice its end soon.
   */
  private static final long LONGEST_PAUSE_SECONDS = 60;

  private final int order;
  private final LongWork.Factory<T> factory;
  private final Executor threads;
  private final LongSupplier places;
  private final Map<String, Task<T>> tasks = new ConcurrentHashMap<>();
  private final Map<Integer, Queue<Task<T>>> finished = new ConcurrentHashMap<>();
  private final Deque<LongWork<T>> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * @param order position in the job; later stages take precedence
   * @param places numbers tasks in the order of arrival
   */
  Stage(int order, LongWork.Factory<T> factory, Executor threads, LongSupplier places) {
    this.order = order;
    this.factory = factory;
    this.threads = threads;
    this.places = places;
  }

  /** Queues an element, unless it is queued already. */
  void submit(int shard, String id, T element) {
    tasks.computeIfAbsent(
        id,
        name -> {
          Task<T> task = new Task<>(order, places.getAsLong(), shard, name, element, this::run);
          threads.execute(task);
          return task;
        });
  }

  /** Takes a finished task of a shard, if there is one. */
  Optional<Task<T>> takeFinished(int shard) {
    Queue<Task<T>> queue = finished.get(shard);
    Task<T> task = queue == null ? null : queue.poll();
    if (task != null) {
      tasks.remove(task.id());
    }
    return Optional.ofNullable(task);
  }

  private void run(Task<T> task) {
    try {
      task.attempt(this::work);
    } catch (IOException | RuntimeException e) {
      tryAgain(task, e);
      return;
    }
    finished.computeIfAbsent(task.shard(), shard -> new ConcurrentLinkedQueue<>()).add(task);
  }

  private void work(T element, int attempt, MultiOutputReceiver out) throws IOException {
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

  private void tryAgain(Task<T> task, Exception failure) {
    if (closed) {
      return;
    }
    long pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(task.attempts() - 1, 10));
    LOG.warn("{} failed; retrying in {} s", Addresses.withoutSecrets(task.id()), pause, failure);
    CompletableFuture.delayedExecutor(pause, TimeUnit.SECONDS, threads).execute(task);
  }

  /** Closes the workers; busy ones once they are done. */
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
