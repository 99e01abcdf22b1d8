// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.transforms.background.EndlessTracker;
import io.beamscribe.transforms.values.JsonCoder;
import java.time.Duration;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn.UnboundedPerElement;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;

/**
 * Reads a topic from where its group has committed, or from its beginning. Unbounded, at least
 * once. One worker reads, since events are few compared with the work they cause. Messages have the
 * time at which they are read.
 *
 * <p>Instead of Beam's own reader: that reads the partitions of the moment when the job starts, or,
 * if it is to find others, holds up checkpoints; and neither shares partitions with another job of
 * the group, nor tells of messages that were deleted before they were read.
 */
final class ReadTopic extends PTransform<PBegin, PCollection<LogMessage>> {
  private static final long serialVersionUID = 1L;

  private final KafkaTopic log;
  private final String job;

  /**
   * @param job unique id of the job
   */
  ReadTopic(KafkaTopic log, String job) {
    this.log = log;
    this.job = job;
  }

  @Override
  public PCollection<LogMessage> expand(PBegin begin) {
    return begin
        .apply("Topic", Create.of(log.topic()).withCoder(StringUtf8Coder.of()))
        .apply("Read", ParDo.of(new ReadFn(log, job)))
        .setCoder(JsonCoder.of(LogMessage.class));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("topic", log.topic()));
  }

  @UnboundedPerElement
  static final class ReadFn extends TopicFn<LogMessage> {
    private static final long serialVersionUID = 1L;

    /** Short enough for a checkpoint to wait. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    ReadFn(KafkaTopic log, String job) {
      super(log, job);
    }

    @GetInitialRestriction
    public ReadPositions nothing() {
      return ReadPositions.NONE;
    }

    @GetRestrictionCoder
    public Coder<ReadPositions> coder() {
      return JsonCoder.of(ReadPositions.class);
    }

    @NewTracker
    public EndlessTracker<ReadPositions> tracker(@Restriction ReadPositions positions) {
      return new EndlessTracker<>(positions, ReadPositions.NONE);
    }

    @ProcessElement
    public ProcessContinuation read(
        RestrictionTracker<ReadPositions, ReadPositions> tracker, OutputReceiver<LogMessage> out) {
      TopicReader.Batch batch = reader().read(tracker.currentRestriction(), PATIENCE);
      if (!tracker.tryClaim(batch.positions())) {
        return ProcessContinuation.stop();
      }
      Instant now = Instant.now();
      batch.messages().forEach(message -> out.outputWithTimestamp(message, now));
      return ProcessContinuation.resume();
    }
  }
}
