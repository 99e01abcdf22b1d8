// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.joda.time.Duration;

/**
 * A job that another program has started on a cluster.
 *
 * @param id by which the cluster knows it
 */
record ClusterJob(FlinkCluster cluster, String id) implements PipelineResult {
  @Override
  public State getState() {
    try {
      return state(cluster.state(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static State state(String flinks) {
    return switch (flinks) {
      case "FINISHED" -> State.DONE;
      case "CANCELED" -> State.CANCELLED;
      case "FAILED" -> State.FAILED;
      case "SUSPENDED" -> State.STOPPED;
      default -> State.RUNNING;
    };
  }

  @Override
  public State cancel() throws IOException {
    cluster.cancel(id);
    return getState();
  }

  @Override
  public State waitUntilFinish(Duration time) {
    throw new UnsupportedOperationException("FlinkSupport waits for it.");
  }

  @Override
  public State waitUntilFinish() {
    throw new UnsupportedOperationException("FlinkSupport waits for it.");
  }

  @Override
  public MetricResults metrics() {
    throw new UnsupportedOperationException("Its counters are read from the cluster.");
  }
}
