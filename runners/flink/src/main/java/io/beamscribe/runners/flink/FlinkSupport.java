// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.RunnerSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.beam.runners.flink.FlinkDetachedRunnerResult;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.runtime.rest.util.RestClientException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.joda.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on Flink in streaming mode, also with bounded input: Flink's batch mode holds results
 * back until all of a stage is done, so a job that dies would lose everything.
 */
public final class FlinkSupport implements RunnerSupport {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkSupport.class);
  private static final long CHECKPOINT_MILLIS = 10_000;
  private static final Pattern ADDRESS = Pattern.compile("[^\\[\\]/]+:\\d+");

  @Override
  public boolean supports(PipelineOptions options) {
    return FlinkRunner.class.isAssignableFrom(options.getRunner());
  }

  @Override
  public void prepare(PipelineOptions options) throws UsageException {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    flink.setStreaming(true);
    // No step modifies its input, so elements need not be copied between steps.
    flink.setFasterCopy(true);
    String master = flink.getFlinkMaster();
    if (ADDRESS.matcher(master).matches()) {
      prepare(flink, new FlinkCluster(master));
    } else if (!master.matches("\\[(local|auto)]")) {
      throw new UsageException(
          "--flinkMaster must be HOST:PORT of a cluster, or [local], not '" + master + "'.");
    } else if (master.equals("[local]") && flink.getParallelism() < 1) {
      flink.setParallelism(Runtime.getRuntime().availableProcessors());
    } else if (master.equals("[auto]") && isDetached()) {
      // Otherwise Beam would ask at the end for a result that does not exist.
      flink.setAttachedMode(false);
      flink.setJobCheckIntervalInSecs(1);
    }
  }

  @Override
  public void prepareStream(PipelineOptions options) throws UsageException {
    prepare(options);
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (flink.getCheckpointingInterval() < 0) {
      flink.setCheckpointingInterval(CHECKPOINT_MILLIS);
    }
  }

  /**
   * Whether the program was started detached, as by a cluster in application mode, and gets no
   * result.
   */
  private static boolean isDetached() {
    return !StreamExecutionEnvironment.getExecutionEnvironment()
        .getConfiguration()
        .get(DeploymentOptions.ATTACHED);
  }

  private static void prepare(FlinkPipelineOptions options, FlinkCluster cluster)
      throws UsageException {
    FlinkCluster.Slots slots;
    try {
      slots = cluster.slots();
    } catch (IOException e) {
      throw new UsageException(
          "No Flink cluster answers at %s (%s).".formatted(cluster.address(), e.getMessage()), e);
    }
    if (options.getParallelism() < 1) {
      if (slots.total() == 0) {
        throw new UsageException(
            "The Flink cluster at %s has no TaskManager.".formatted(cluster.address()));
      }
      options.setParallelism(slots.total());
    }
    if (slots.free() < options.getParallelism()) {
      LOG.warn(
          "The job wants {} slots, of which {} are free; it waits for the others.",
          options.getParallelism(),
          slots.free());
    }
    // Makes Beam return once the job is submitted, so that progress can be shown.
    options.setAttachedMode(false);
    options.setJobCheckIntervalInSecs(1);
    if (options.getFilesToStage() == null) {
      options.setFilesToStage(List.of(jobJar(cluster)));
    }
  }

  /**
   * The jar of this program, without what the cluster has in its shared jar. Nothing else is
   * staged.
   */
  private static String jobJar(FlinkCluster cluster) {
    Path whole = ownJar();
    try {
      return (cluster.hasShared() ? JobJar.withoutShared(whole) : whole).toString();
    } catch (IOException e) {
      LOG.debug("The whole jar is sent", e);
      return whole.toString();
    }
  }

  private static Path ownJar() {
    try {
      return Path.of(
          FlinkSupport.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e); // the location of a loaded class is a valid address
    }
  }

  @Override
  public Optional<String> failure(PipelineOptions options) {
    String master = options.as(FlinkPipelineOptions.class).getFlinkMaster();
    if (!ADDRESS.matcher(master).matches()) {
      return Optional.empty(); // a job in this process has thrown it
    }
    try {
      return new FlinkCluster(master).failure(options.getJobName()).map(Failure::sentence);
    } catch (IOException e) {
      LOG.debug("The cluster does not say why", e);
      return Optional.empty();
    }
  }

  @Override
  public boolean endsWithProgram(PipelineOptions options) {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    return flink.getAttachedMode() || ADDRESS.matcher(flink.getFlinkMaster()).matches();
  }

  /** Polls the state: Beam's own way logs a warning each time the job is still running. */
  @Override
  public PipelineResult.State await(PipelineResult result, Duration time) {
    if (result instanceof FlinkDetachedRunnerResult) { // otherwise the job has ended
      try {
        Thread.sleep(time.getMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return result.getState();
  }

  /**
   * True if nothing responds, or the JobManager that does is not the leader yet or has not
   * recovered its jobs yet ("not found").
   */
  @Override
  public boolean mayPass(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof RestClientException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<Map<String, Long>> counters(PipelineOptions options, String namespace) {
    String master = options.as(FlinkPipelineOptions.class).getFlinkMaster();
    if (!ADDRESS.matcher(master).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FlinkCluster(master).counters(options.getJobName(), namespace));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the last known progress stays on display
    }
  }
}
