// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.transforms.telemetry.MetricNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Progress of a job over files by its current metrics: those of the cluster while the job runs
 * there, otherwise those of its result. Thread-safe.
 */
@Internal
public final class RunMetrics implements Supplier<JobProgress> {
  private static final MetricsFilter OURS =
      MetricsFilter.builder()
          .addNameFilter(MetricNameFilter.inNamespace(MetricNames.NAMESPACE))
          .build();

  private final PipelineOptions options;
  private final PipelineResult result;
  private final RunnerSupport runner;

  public RunMetrics(PipelineOptions options, PipelineResult result) {
    this.options = options;
    this.result = result;
    this.runner = RunnerSupports.of(options);
  }

  @Override
  public JobProgress get() {
    Optional<Map<String, Long>> running =
        result.getState().isTerminal()
            ? Optional.empty()
            : runner.counters(options, MetricNames.NAMESPACE);
    Map<String, Long> counts = running.isPresent() ? running.get() : counts();
    return new JobProgress(
        count(counts, MetricNames.FILES_LISTED)
            - count(counts, MetricNames.FILES_IGNORED)
            - count(counts, MetricNames.FILES_REPLACED)
            - count(counts, MetricNames.FILES_GONE),
        count(counts, MetricNames.FILES_SUCCEEDED),
        count(counts, MetricNames.FILES_FAILED),
        count(counts, MetricNames.FILES_SKIPPED),
        count(counts, MetricNames.AUDIO_KNOWN) / 1e3,
        count(counts, MetricNames.AUDIO_RECOGNIZED) / 1e3);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(OURS).getCounters()) {
      counts.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return counts;
  }

  private static long count(Map<String, Long> counts, String name) {
    return counts.getOrDefault(name, 0L);
  }
}
