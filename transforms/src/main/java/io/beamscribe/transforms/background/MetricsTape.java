// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.metrics.BoundedTrie;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metric;
import org.apache.beam.sdk.metrics.MetricName;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsContainer;
import org.apache.beam.sdk.metrics.StringSet;

/**
 * Records metrics updated on a background thread, which the runner does not see, and replays them
 * on the runner's own thread. Not thread-safe. Lineage metrics are left out.
 */
final class MetricsTape implements MetricsContainer {
  private static final long serialVersionUID = 1L;

  private final transient List<Runnable> changes = new ArrayList<>();

  /** Repeats all recorded updates on the calling thread. */
  void replay() {
    changes.forEach(Runnable::run);
  }

  @Override
  public Counter getCounter(MetricName name) {
    return new TapedCounter(name);
  }

  @Override
  public Distribution getDistribution(MetricName name) {
    return new TapedDistribution(name);
  }

  @Override
  public Gauge getGauge(MetricName name) {
    return new TapedGauge(name);
  }

  @Override
  public StringSet getStringSet(MetricName name) {
    return new NoStrings(name);
  }

  @Override
  public BoundedTrie getBoundedTrie(MetricName name) {
    return new NoTrie(name);
  }

  private abstract static class Named implements Metric {
    private static final long serialVersionUID = 1L;

    final MetricName name;

    Named(MetricName name) {
      this.name = name;
    }

    @Override
    public MetricName getName() {
      return name;
    }
  }

  private final class TapedCounter extends Named implements Counter {
    private static final long serialVersionUID = 1L;

    TapedCounter(MetricName name) {
      super(name);
    }

    @Override
    public void inc() {
      inc(1);
    }

    @Override
    public void inc(long n) {
      changes.add(() -> Metrics.counter(name.getNamespace(), name.getName()).inc(n));
    }

    @Override
    public void dec() {
      inc(-1);
    }

    @Override
    public void dec(long n) {
      inc(-n);
    }
  }

  private final class TapedDistribution extends Named implements Distribution {
    private static final long serialVersionUID = 1L;

    TapedDistribution(MetricName name) {
      super(name);
    }

    @Override
    public void update(long value) {
      update(value, 1, value, value);
    }

    @Override
    public void update(long sum, long count, long min, long max) {
      changes.add(
          () ->
              Metrics.distribution(name.getNamespace(), name.getName())
                  .update(sum, count, min, max));
    }
  }

  private final class TapedGauge extends Named implements Gauge {
    private static final long serialVersionUID = 1L;

    TapedGauge(MetricName name) {
      super(name);
    }

    @Override
    public void set(long value) {
      changes.add(() -> Metrics.gauge(name.getNamespace(), name.getName()).set(value));
    }
  }

  private static final class NoStrings extends Named implements StringSet {
    private static final long serialVersionUID = 1L;

    NoStrings(MetricName name) {
      super(name);
    }

    @Override
    public void add(String value) {}
  }

  private static final class NoTrie extends Named implements BoundedTrie {
    private static final long serialVersionUID = 1L;

    NoTrie(MetricName name) {
      super(name);
    }

    @Override
    public void add(Iterable<String> values) {}
  }
}
