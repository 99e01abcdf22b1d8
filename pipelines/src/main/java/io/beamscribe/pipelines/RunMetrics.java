package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.ProgressSource;
import io.beamscribe.transforms.MetricNames;
import io.beamscribe.transforms.Transcribe;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** How far a transcription is, told by the metrics of its runner as they are now. */
record RunMetrics(PipelineResult result) implements ProgressSource {
  private static final MetricsFilter OURS =
      MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(Transcribe.class)).build();

  @Override
  public Snapshot snapshot() {
    MetricQueryResults metrics = result.metrics().queryMetrics(OURS);
    return new Snapshot(
        count(metrics, MetricNames.FILES_LISTED)
            - count(metrics, MetricNames.FILES_IGNORED)
            - count(metrics, MetricNames.FILES_REPLACED),
        count(metrics, MetricNames.FILES_SUCCEEDED),
        count(metrics, MetricNames.FILES_FAILED),
        count(metrics, MetricNames.FILES_SKIPPED),
        count(metrics, MetricNames.AUDIO_KNOWN) / 1e3,
        count(metrics, MetricNames.AUDIO_RECOGNIZED) / 1e3);
  }

  private static long count(MetricQueryResults metrics, String name) {
    long sum = 0;
    for (MetricResult<Long> counter : metrics.getCounters()) {
      if (counter.getName().getName().equals(name)) {
        sum += counter.getAttempted();
      }
    }
    return sum;
  }
}
