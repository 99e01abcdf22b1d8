// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.sharing.Lease;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.WatermarkEstimator;
import org.apache.beam.sdk.transforms.splittabledofn.WatermarkEstimators;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds the reader of a topic as long as a worker reads it, without end. What is read has the time
 * at which that happens.
 */
@Internal
public abstract class TopicFn<OutputT> extends DoFn<String, OutputT> {
  private static final long serialVersionUID = 1L;

  protected final KafkaTopic log;
  private final String job;
  private transient @Nullable Lease<TopicReader> lease;

  /**
   * @param job unique id of the job
   */
  protected TopicFn(KafkaTopic log, String job) {
    this.log = log;
    this.job = job;
  }

  @Setup
  public void setUp() {
    lease = TopicReader.lease(log, job);
  }

  @Teardown
  public void tearDown() {
    if (lease != null) {
      lease.close();
    }
  }

  protected final TopicReader reader() {
    return requireNonNull(lease).value();
  }

  @GetInitialWatermarkEstimatorState
  public Instant start() {
    return Instant.now();
  }

  @NewWatermarkEstimator
  public WatermarkEstimator<Instant> clock(@WatermarkEstimatorState Instant start) {
    return new WatermarkEstimators.WallTime(start);
  }
}
