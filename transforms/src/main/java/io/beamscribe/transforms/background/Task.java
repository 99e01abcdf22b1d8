package io.beamscribe.transforms.background;

import io.beamscribe.transforms.storage.Addresses;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.MetricsEnvironment;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One element on its way through the work of a stage. It fails for good by an {@link Error} only;
 * else it is tried until it goes well, however long storage is away.
 */
final class Task<T> implements Runnable, Comparable<Task<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(Task.class);
  private static final long LONGEST_PAUSE_SECONDS = 60;

  private final Stage<T> stage;
  private final int shard;
  private final String id;
  private final T element;
  private final long place;
  private int attempt;
  private Outputs outputs = new Outputs();
  private MetricsTape metrics = new MetricsTape();
  private Error error;

  /**
   * @param place in the order of arrival
   */
  Task(Stage<T> stage, int shard, String id, T element, long place) {
    this.stage = stage;
    this.shard = shard;
    this.id = id;
    this.element = element;
    this.place = place;
  }

  int shard() {
    return shard;
  }

  String id() {
    return id;
  }

  /** Gives its outputs and metrics to the runner; only when it is done. */
  void deliver(MultiOutputReceiver out) {
    if (error != null) {
      throw error;
    }
    metrics.replay();
    outputs.replay(out);
  }

  @Override
  public void run() {
    attempt++;
    outputs = new Outputs();
    metrics = new MetricsTape();
    try (Closeable scope = MetricsEnvironment.scopedMetricsContainer(metrics)) {
      stage.work(element, attempt, outputs);
    } catch (IOException | RuntimeException e) {
      if (!stage.closed()) {
        long pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(attempt - 1, 10));
        LOG.warn("{} failed; it is tried again in {} s", Addresses.withoutSecrets(id), pause, e);
        stage.executeLater(this, pause, TimeUnit.SECONDS);
      }
      return;
    } catch (Error e) {
      error = e;
    }
    stage.finished(this);
  }

  /** What is nearer to its end goes first, so that no more is begun than can be done. */
  @Override
  public int compareTo(Task<?> other) {
    int later = Integer.compare(other.stage.order(), stage.order());
    return later != 0 ? later : Long.compare(place, other.place);
  }
}
