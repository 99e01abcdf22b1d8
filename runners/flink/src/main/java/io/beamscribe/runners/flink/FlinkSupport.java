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
 * Runs jobs on Flink as they are meant to run: as streams, also where the input ends. Flink's batch
 * translation holds back what is done until all of it is, so that a job which dies would lose all.
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
    // Nothing here changes what it is given, so one step may hand it to the next as it is.
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
      // Beam would ask at the end for a result that there is none of.
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
   * Whether what started this program, as a cluster in application mode does, hears of no result.
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
          "Of {} slots that the job wants {} are free; it waits for the others.",
          options.getParallelism(),
          slots.free());
    }
    // Then Beam returns when the job is submitted, and its progress can be shown.
    options.setAttachedMode(false);
    options.setJobCheckIntervalInSecs(1);
    if (options.getFilesToStage() == null) {
      options.setFilesToStage(List.of(jobJar(cluster)));
    }
  }

  /** The jar this comes from, or what of it the cluster has not; all else that has itself. */
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
      throw new IllegalStateException(e); // the address of a class that was loaded
    }
  }

  @Override
  public Optional<String> failure(PipelineOptions options) {
    String master = options.as(FlinkPipelineOptions.class).getFlinkMaster();
    if (!ADDRESS.matcher(master).matches()) {
      return Optional.empty(); // what runs in this process has thrown it
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

  /** By asking: Beam's own way warns each time that a job goes on. */
  @Override
  public PipelineResult.State await(PipelineResult result, Duration time) {
    if (result instanceof FlinkDetachedRunnerResult) { // else it has ended
      try {
        Thread.sleep(time.getMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return result.getState();
  }

  /**
   * Where nobody answers, or who does is not in charge yet or has still to read what jobs there are
   * ("not found").
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
      throw new UncheckedIOException(e); // then what was known last stays on show
    }
  }
}
