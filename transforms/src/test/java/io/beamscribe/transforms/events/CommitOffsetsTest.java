// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.transforms.values.EventPosition;
import io.beamscribe.transforms.values.JsonCoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State and timers, on a clock that the test moves. */
class CommitOffsetsTest {
  private static final List<String> COMMITTED = new CopyOnWriteArrayList<>();
  private static final AtomicInteger AWAY = new AtomicInteger();
  private static final Duration TICK = Duration.standardSeconds(2);

  @BeforeEach
  void reset() {
    COMMITTED.clear();
    AWAY.set(0);
  }

  @Test
  void commitsUpToTheFirstEventOfWhichAFileIsOpen() {
    run(
        changes()
            .addElements(begun(0, 5, 1), begun(0, 6, 2), begun(0, 7, 0), begun(1, 90, 0))
            .advanceProcessingTime(TICK)
            .addElements(ended(0, 6, 0), ended(0, 6, 1))
            .advanceProcessingTime(TICK)
            .addElements(ended(0, 5, 0))
            .advanceProcessingTime(TICK));
    assertThat(COMMITTED).containsSubsequence("calls-0 at 5", "calls-0 at 8");
    assertThat(COMMITTED)
        .containsExactlyInAnyOrder("calls-0 at 5", "calls-0 at 8", "calls-1 at 91");
  }

  @Test
  void aFileMayEndBeforeItsEventIsKnownAndMoreThanOnce() {
    run(
        changes()
            .addElements(ended(0, 5, 1))
            .advanceProcessingTime(TICK)
            .addElements(begun(0, 5, 2), ended(0, 5, 1))
            .advanceProcessingTime(TICK)
            .addElements(ended(0, 5, 0))
            .advanceProcessingTime(TICK)
            .addElements(ended(0, 5, 0), begun(0, 5, 2), ended(0, 4, 0))
            .advanceProcessingTime(TICK));
    assertThat(COMMITTED).containsExactly("calls-0 at 5", "calls-0 at 6");
  }

  @Test
  void aTopicThatWasMadeAgainBeginsAtItsOwnOffsets() {
    run(
        changes()
            .addElements(begun(0, 5, 1), begun("u", 0, 0, 0), begun("u", 0, 1, 1))
            .advanceProcessingTime(TICK)
            .addElements(ended(0, 5, 0))
            .advanceProcessingTime(TICK));
    assertThat(COMMITTED)
        .containsExactlyInAnyOrder("calls-0 at 5", "calls-0 at 6", "calls-0 of u at 1");
  }

  @Test
  void triesAgainWhatCouldNotBeCommitted() {
    AWAY.set(2);
    run(
        changes()
            .addElements(begun(0, 5, 0))
            .advanceProcessingTime(TICK)
            .advanceProcessingTime(TICK)
            .advanceProcessingTime(TICK)
            .advanceProcessingTime(TICK));
    assertThat(COMMITTED).containsExactly("calls-0 at 6");
    assertThat(AWAY).hasValue(0);
  }

  private static void run(TestStream.Builder<OffsetChange> changes) {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(changes.advanceWatermarkToInfinity())
        .apply(new CommitOffsets("group", new Recorder()));
    pipeline.run().waitUntilFinish();
  }

  private static TestStream.Builder<OffsetChange> changes() {
    return TestStream.create(JsonCoder.of(OffsetChange.class));
  }

  private static OffsetChange begun(int partition, long offset, int files) {
    return begun("t", partition, offset, files);
  }

  private static OffsetChange begun(String log, int partition, long offset, int files) {
    return OffsetChange.begun(
        new LogMessage("calls", log, partition, offset, new byte[0], 0), files);
  }

  private static OffsetChange ended(int partition, long offset, int index) {
    return OffsetChange.ended(new EventPosition("calls", "t", partition, offset, index));
  }

  /** Records offsets; fails as often as it is told to. */
  private static final class Recorder implements OffsetCommitter {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean commit(TopicPartition partition, String log, long next) {
      if (AWAY.get() > 0) {
        AWAY.decrementAndGet();
        return false;
      }
      COMMITTED.add(partition + (log.equals("t") ? "" : " of " + log) + " at " + next);
      return true;
    }

    @Override
    public void close() {}
  }
}
