// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.transforms.values.JsonCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Duration;

/**
 * Commits the offset of a consumer group in each partition: that of the first event with an
 * unfinished file. A restart from there loses nothing, with or without the runner's state.
 * Unbounded.
 */
public final class CommitOffsets extends PTransform<PCollection<OffsetChange>, PDone> {
  private static final long serialVersionUID = 1L;

  private final String group;
  private final OffsetCommitter committer;

  public CommitOffsets(KafkaTopic log) {
    this(log.group(), new KafkaOffsets(log));
  }

  CommitOffsets(String group, OffsetCommitter committer) {
    this.group = group;
    this.committer = committer;
  }

  @Override
  public PDone expand(PCollection<OffsetChange> changes) {
    changes
        .apply(
            "ByPartition",
            WithKeys.of(
                    (OffsetChange change) ->
                        change.topic() + "-" + change.partition() + "@" + change.log())
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), JsonCoder.of(OffsetChange.class)))
        .apply("Commit", ParDo.of(new CommitFn(committer)));
    return PDone.in(changes.getPipeline());
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder.add(DisplayData.item("group", group));
  }

  static final class CommitFn extends DoFn<KV<String, OffsetChange>, Void> {
    private static final long serialVersionUID = 1L;
    private static final Duration TICK = Duration.standardSeconds(1);

    @StateId("open")
    private final StateSpec<MapState<Long, OpenEvent>> openSpec =
        StateSpecs.map(VarLongCoder.of(), JsonCoder.of(OpenEvent.class));

    /** The last event seen in the partition. */
    @StateId("latest")
    private final StateSpec<ValueState<OffsetChange>> latestSpec =
        StateSpecs.value(JsonCoder.of(OffsetChange.class));

    @StateId("committed")
    private final StateSpec<ValueState<Long>> committedSpec = StateSpecs.value(VarLongCoder.of());

    @StateId("ticking")
    private final StateSpec<ValueState<Boolean>> tickingSpec = StateSpecs.value();

    @TimerId("tick")
    private final TimerSpec tickSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    private final OffsetCommitter committer;

    CommitFn(OffsetCommitter committer) {
      this.committer = committer;
    }

    @Teardown
    public void tearDown() {
      committer.close();
    }

    @ProcessElement
    public void take(
        @Element KV<String, OffsetChange> element,
        @StateId("open") MapState<Long, OpenEvent> open,
        @StateId("latest") ValueState<OffsetChange> latest,
        @StateId("ticking") ValueState<Boolean> ticking,
        @TimerId("tick") Timer tick) {
      OffsetChange change = element.getValue();
      OffsetChange last = latest.read();
      OpenEvent before = open.get(change.offset()).read();
      boolean begun = last != null && change.offset() <= last.offset();
      if (before == null && begun) {
        return; // done already: another block of a failed file, or a repeated event
      }
      if (change.ended() < 0 && !begun) {
        latest.write(change);
      }
      OpenEvent now = (before == null ? OpenEvent.UNKNOWN : before).with(change);
      if (now.isDone()) {
        open.remove(change.offset());
      } else {
        open.put(change.offset(), now);
      }
      if (!Boolean.TRUE.equals(ticking.read())) {
        ticking.write(true);
        tick.offset(TICK).setRelative();
      }
    }

    @OnTimer("tick")
    public void commit(
        @StateId("open") MapState<Long, OpenEvent> open,
        @StateId("latest") ValueState<OffsetChange> latest,
        @StateId("committed") ValueState<Long> committed,
        @StateId("ticking") ValueState<Boolean> ticking,
        @TimerId("tick") Timer tick) {
      OffsetChange last = latest.read();
      boolean idle = true;
      if (last != null) {
        long next = last.offset() + 1;
        for (long offset : open.keys().read()) {
          next = Math.min(next, offset);
          idle = false;
        }
        Long before = committed.read();
        if (before == null || before < next) {
          if (committer.commit(
              new TopicPartition(last.topic(), last.partition()), last.log(), next)) {
            committed.write(next);
          } else {
            idle = false;
          }
        }
      }
      if (idle) {
        ticking.clear();
      } else {
        tick.offset(TICK).setRelative();
      }
    }
  }
}
