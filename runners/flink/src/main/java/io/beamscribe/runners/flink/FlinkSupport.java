// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.job.WorkingJob;
import io.beamscribe.pipelines.options.JobOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.beam.runners.flink.FlinkDetachedRunnerResult;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.runtime.rest.util.RestClientException;
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
    } else if (master.equals("[local]")) {
      prepareEmbedded(flink);
    } else if (master.equals("[auto]")) {
      // Makes Beam return once the job is submitted, so that it can be followed, cancelled or left.
      flink.setAttachedMode(false);
      flink.setJobCheckIntervalInSecs(1);
    }
  }

  private static void prepareEmbedded(FlinkPipelineOptions options) {
    if (options.getParallelism() < 1) {
      options.setParallelism(Runtime.getRuntime().availableProcessors());
    }
    if (options.getFlinkConfDir() == null && System.getenv("FLINK_CONF_DIR") == null) {
      EmbeddedFiles.configuration().map(Path::toString).ifPresent(options::setFlinkConfDir);
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
  public boolean worksElsewhere(PipelineOptions options) {
    return isClient(options) || isAuto(options) && FlinkStart.ofThisProgram().isEmbedded();
  }

  @Override
  public boolean isRemote(PipelineOptions options) {
    return isClient(options) && !cluster(options).filter(FlinkCluster::isOnThisMachine).isPresent();
  }

  @Override
  public boolean handsOver(PipelineOptions options) {
    return isClient(options)
        && (options.as(JobOptions.class).isDetached()
            || isAuto(options) && !FlinkStart.ofThisProgram().attached());
  }

  @Override
  public Optional<WorkingJob> working(PipelineOptions options, Predicate<String> names) {
    return cluster(options).flatMap(cluster -> working(cluster, names));
  }

  private static Optional<WorkingJob> working(FlinkCluster cluster, Predicate<String> names) {
    try {
      return cluster
          .working(names)
          .map(job -> new WorkingJob(job.name(), job.id(), new ClusterJob(cluster, job.id())));
    } catch (IOException e) {
      LOG.debug("The cluster does not say what it works on", e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> failure(PipelineOptions options) {
    return cluster(options).flatMap(cluster -> failure(cluster, options.getJobName()));
  }

  private static Optional<String> failure(FlinkCluster cluster, String job) {
    try {
      return cluster.failure(job).map(Failure::sentence);
    } catch (IOException e) {
      LOG.debug("The cluster does not say why", e);
      return Optional.empty();
    }
  }

  @Override
  public boolean endsWithProgram(PipelineOptions options) {
    return !isAuto(options) || !FlinkStart.ofThisProgram().isEmbedded();
  }

  private static boolean isAuto(PipelineOptions options) {
    return options.as(FlinkPipelineOptions.class).getFlinkMaster().equals("[auto]");
  }

  private static boolean isClient(PipelineOptions options) {
    return isAuto(options)
        ? FlinkStart.ofThisProgram().isClient()
        : ADDRESS.matcher(options.as(FlinkPipelineOptions.class).getFlinkMaster()).matches();
  }

  /** The cluster of a job, if its address is known; none for a job in this process. */
  private static Optional<FlinkCluster> cluster(PipelineOptions options) {
    String master = options.as(FlinkPipelineOptions.class).getFlinkMaster();
    return (isAuto(options) ? FlinkStart.ofThisProgram().master() : Optional.of(master))
        .filter(address -> ADDRESS.matcher(address).matches())
        .map(FlinkCluster::new);
  }

  /** Polls the state: Beam's own way logs a warning each time the job is still running. */
  @Override
  public PipelineResult.State await(PipelineResult result, Duration time) {
    // Otherwise the job has ended.
    if (result instanceof FlinkDetachedRunnerResult || result instanceof ClusterJob) {
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
    return cluster(options)
        .map(
            cluster -> {
              try {
                return cluster.counters(options.getJobName(), namespace);
              } catch (IOException e) {
                throw new UncheckedIOException(e); // the last known progress stays on display
              }
            });
  }
}
