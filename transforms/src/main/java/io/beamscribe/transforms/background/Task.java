// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.beam.sdk.metrics.MetricsEnvironment;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/** One element that a stage processes. Not thread-safe. */
final class Task<T> implements Runnable, Comparable<Task<?>> {
  private final int order;
  private final long place;
  private final int shard;
  private final String id;
  private final T element;
  private final Consumer<Task<T>> work;
  private int attempts;
  private Outputs outputs = new Outputs();
  private MetricsTape metrics = new MetricsTape();
  private @Nullable Error error;

  /**
   * @param order position of its stage in the job
   * @param place in the order of arrival
   * @param work run by a thread of the pool
   */
  Task(int order, long place, int shard, String id, T element, Consumer<Task<T>> work) {
    this.order = order;
    this.place = place;
    this.shard = shard;
    this.id = id;
    this.element = element;
    this.work = work;
  }

  int shard() {
    return shard;
  }

  String id() {
    return id;
  }

  int attempts() {
    return attempts;
  }

  @Override
  public void run() {
    work.accept(this);
  }

  /** How a worker processes an element; see {@link LongWork#process}. */
  interface Attempt<T> {
    void process(T element, int attempt, MultiOutputReceiver out) throws IOException;
  }

  /** Processes the element once, discarding outputs and metrics of earlier attempts. */
  void attempt(Attempt<T> worker) throws IOException {
    attempts++;
    outputs = new Outputs();
    metrics = new MetricsTape();
    try (Closeable scope = MetricsEnvironment.scopedMetricsContainer(metrics)) {
      worker.process(element, attempts, outputs);
    } catch (Error e) {
      error = e;
    }
  }

  /**
   * Emits outputs and metrics to the runner; only once it is done.
   *
   * @param time timestamp of the element; null for the runner's
   */
  void deliver(MultiOutputReceiver out, @Nullable Instant time) {
    if (error != null) {
      throw error;
    }
    metrics.replay();
    outputs.replay(out, time);
  }

  /** Later stages first, so that files are finished before more are started. */
  @Override
  public int compareTo(Task<?> other) {
    int later = Integer.compare(other.order, order);
    return later != 0 ? later : Long.compare(place, other.place);
  }
}
