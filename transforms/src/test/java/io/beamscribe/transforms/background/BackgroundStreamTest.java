// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State and timers, on a clock that the test moves. */
class BackgroundStreamTest {
  private static final TupleTag<String> DONE = new TupleTag<>() {};
  private static final Duration TICK = Duration.standardSeconds(1);
  private static final List<String> BEGUN = new CopyOnWriteArrayList<>();
  private static volatile CountDownLatch gate;
  private static volatile CountDownLatch ended;

  @BeforeEach
  void reset() {
    BEGUN.clear();
    gate = new CountDownLatch(1);
    ended = new CountDownLatch(2);
  }

  @Test
  void theRunnerGoesOnWhileWorkIsHeldAndTakesWhatIsDoneWhenTheClockMoves() {
    // Work on the first ends only when the runner has processed the second.
    PCollection<String> done =
        background(elements().addElements("first").advanceProcessingTime(TICK).addElements("last"));
    PAssert.that(done).containsInAnyOrder("first", "last");
    done.getPipeline().run().waitUntilFinish();
    assertThat(BEGUN).containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void ofThoseWithTheSameIdAtATimeOneIsWorkedOn() {
    PCollection<String> done =
        background(
            elements()
                .addElements("first", "first")
                .advanceProcessingTime(TICK)
                .addElements("first", "last"));
    PAssert.that(done).containsInAnyOrder("first", "last");
    done.getPipeline().run().waitUntilFinish();
    assertThat(BEGUN).containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void whatComesOutHasTheTimeOfItsElementForWhichTheWatermarkWaits() {
    Duration minute = Duration.standardMinutes(1);
    Instant begin = Instant.ofEpochMilli(0);
    Instant later = begin.plus(minute.multipliedBy(10));
    PCollection<String> panes =
        background(
                elements()
                    .addElements(TimestampedValue.of("first", begin))
                    .addElements(TimestampedValue.of("last", later))
                    .advanceWatermarkTo(later.plus(minute.multipliedBy(10))))
            .apply(Window.into(FixedWindows.of(minute)))
            .apply(Count.perElement())
            .apply(Keys.create());
    PAssert.that(panes).inOnTimePane(new IntervalWindow(begin, minute)).containsInAnyOrder("first");
    PAssert.that(panes).inOnTimePane(new IntervalWindow(later, minute)).containsInAnyOrder("last");
    panes.getPipeline().run().waitUntilFinish();
  }

  private static TestStream.Builder<String> elements() {
    return TestStream.create(StringUtf8Coder.of());
  }

  /** Advances the clock when all work has ended. */
  private static PCollection<String> background(TestStream.Builder<String> elements) {
    TestStream.Builder<String> all = elements.addElements("wait");
    for (int i = 0; i < 5; i++) {
      all = all.advanceProcessingTime(TICK);
    }
    PCollection<String> stream =
        Pipeline.create()
            .apply(all.advanceWatermarkToInfinity())
            .apply("Pass", ParDo.of(new GateFn()));
    return stream
        .apply(
            Background.of(
                new Place(UUID.randomUUID().toString(), 0, 2),
                element -> element,
                Worker::new,
                DONE,
                TupleTagList.empty()))
        .get(DONE)
        .setCoder(StringUtf8Coder.of());
  }

  /** Passes elements on; waits where it is told to. */
  private static final class GateFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void pass(@Element String element, OutputReceiver<String> out)
        throws InterruptedException {
      if (element.equals("wait")) {
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        return;
      }
      if (element.equals("last")) {
        gate.countDown();
      }
      out.output(element);
    }
  }

  private static final class Worker implements LongWork<String> {
    @Override
    public void process(String element, int attempt, MultiOutputReceiver out) throws IOException {
      BEGUN.add(element);
      try {
        if (!gate.await(1, TimeUnit.MINUTES)) {
          throw new IOException("the runner waits for this");
        }
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
      out.get(DONE).output(element);
      ended.countDown();
    }

    @Override
    public void close() {}
  }
}
