// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import io.beamscribe.transforms.telemetry.MetricNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.InstantCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Hands elements to the threads of a {@link Pool} and polls for their results while any are left.
 * The state of a shard says what is to be done; the pool, which a crash loses, only holds work in
 * progress. What is emitted has the timestamp of its element, for which it holds the watermark.
 */
final class BackgroundFn<T, OutputT> extends DoFn<KV<Integer, T>, OutputT> {
  private static final long serialVersionUID = 1L;

  /** How often to poll for finished work: files take seconds, and each poll costs a timer. */
  private static final Duration TICK = Duration.millis(250);

  @StateId("waiting")
  private final StateSpec<MapState<String, T>> waitingSpec;

  @StateId("ticking")
  private final StateSpec<ValueState<Boolean>> tickingSpec = StateSpecs.value();

  /** The timestamps of what is waiting. */
  @StateId("times")
  private final StateSpec<MapState<String, Instant>> timesSpec =
      StateSpecs.map(StringUtf8Coder.of(), InstantCoder.of());

  /** The first of them, at which the timer holds the watermark. */
  @StateId("hold")
  private final StateSpec<ValueState<Instant>> holdSpec = StateSpecs.value(InstantCoder.of());

  @TimerId("tick")
  private final TimerSpec tickSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  private final Place place;
  private final SerializableFunction<T, String> id;
  private final LongWork.Factory<T> factory;
  private final Gauge queue;
  private transient StageLease<T> lease;
  private transient Set<Integer> adopted;
  private transient Map<Integer, Integer> counts;

  BackgroundFn(
      Place place,
      SerializableFunction<T, String> id,
      LongWork.Factory<T> factory,
      Coder<T> coder) {
    this.place = place;
    this.id = id;
    this.factory = factory;
    this.queue = Metrics.gauge(MetricNames.NAMESPACE, MetricNames.QUEUE);
    this.waitingSpec = StateSpecs.map(StringUtf8Coder.of(), coder);
  }

  @Setup
  public void setUp() {
    lease = Pool.lease(place, factory);
    adopted = new HashSet<>();
    counts = new HashMap<>();
  }

  @Teardown
  public void tearDown() {
    if (lease != null) {
      lease.close();
    }
  }

  @ProcessElement
  public void take(
      @Element KV<Integer, T> element,
      @Timestamp Instant time,
      @StateId("waiting") MapState<String, T> waiting,
      @StateId("times") MapState<String, Instant> times,
      @StateId("ticking") ValueState<Boolean> ticking,
      @StateId("hold") ValueState<Instant> hold,
      @TimerId("tick") Timer tick) {
    T value = element.getValue();
    String name = id.apply(value);
    boolean isNew = waiting.get(name).read() == null;
    if (isNew) {
      waiting.put(name, value);
      times.put(name, time);
      count(element.getKey(), 1);
    }
    lease.stage().submit(element.getKey(), name, value);
    boolean ticks = Boolean.TRUE.equals(ticking.read());
    Instant held = hold.read();
    if (!ticks || (isNew && held != null && time.isBefore(held))) {
      ticking.write(true);
      hold.write(time);
      tick.withOutputTimestamp(time).offset(TICK).setRelative();
    }
  }

  @OnTimer("tick")
  public void give(
      @Key Integer shard,
      @StateId("waiting") MapState<String, T> waiting,
      @StateId("times") MapState<String, Instant> times,
      @StateId("ticking") ValueState<Boolean> ticking,
      @StateId("hold") ValueState<Instant> hold,
      @TimerId("tick") Timer tick,
      MultiOutputReceiver out) {
    if (adopted.add(shard)) {
      adopt(shard, waiting);
    }
    // Null if the state was saved before there were timestamps; the runner then sets its own.
    Instant held = hold.read();
    boolean firstIsDone = false;
    Stage<T> stage = lease.stage();
    for (Optional<Task<T>> done = stage.takeFinished(shard);
        done.isPresent();
        done = stage.takeFinished(shard)) {
      String name = done.get().id();
      if (waiting.get(name).read() != null) {
        Instant time = held == null ? null : times.get(name).read();
        done.get().deliver(out, time);
        firstIsDone |= time != null && !time.isAfter(held);
        waiting.remove(name);
        times.remove(name);
        count(shard, -1);
      }
    }
    if (waiting.isEmpty().read()) {
      ticking.clear();
      hold.clear();
      return;
    }
    if (firstIsDone) {
      held = first(times, held);
      hold.write(held);
    }
    (held == null ? tick : tick.withOutputTimestamp(held)).offset(TICK).setRelative();
  }

  private static Instant first(MapState<String, Instant> times, Instant none) {
    Instant first = null;
    for (Instant time : times.values().read()) {
      first = first == null || time.isBefore(first) ? time : first;
    }
    return first == null ? none : first;
  }

  /** Resubmits what is in state when this instance first sees a shard; the pool may not have it. */
  private void adopt(Integer shard, MapState<String, T> waiting) {
    int found = 0;
    for (Map.Entry<String, T> entry : waiting.entries().read()) {
      lease.stage().submit(shard, entry.getKey(), entry.getValue());
      found++;
    }
    counts.put(shard, found);
  }

  private void count(Integer shard, int change) {
    counts.merge(shard, change, Integer::sum);
    queue.set(counts.values().stream().mapToInt(Integer::intValue).sum());
  }
}
