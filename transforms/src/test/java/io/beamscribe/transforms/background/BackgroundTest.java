// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a stream without end, which is what it is for. */
class BackgroundTest {
  private static final TupleTag<Long> HALF = new TupleTag<>() {};
  private static final TupleTag<Long> END = new TupleTag<>() {};
  private static final int ELEMENTS = 60;

  private static final List<Long> ENDED = new CopyOnWriteArrayList<>();
  private static final List<String> WORKED = new CopyOnWriteArrayList<>();
  private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();
  private static final AtomicInteger OPEN = new AtomicInteger();

  @BeforeEach
  void reset() {
    ENDED.clear();
    WORKED.clear();
    THREADS.clear();
    OPEN.set(0);
  }

  @Test
  void worksOnEachOnceAndTriesAgainWhatFails() throws Exception {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setBlockOnRun(false);
    options.setTargetParallelism(3);
    Pipeline pipeline = Pipeline.create(options);
    String job = UUID.randomUUID().toString();
    PCollection<Long> halves =
        pipeline
            .apply(
                GenerateSequence.from(0).withRate(200, org.joda.time.Duration.standardSeconds(1)))
            .apply(Filter.by(n -> n < ELEMENTS))
            .apply(
                "Halve",
                Background.of(
                    new Place(job, 0, 2),
                    String::valueOf,
                    () -> new Worker("first", HALF),
                    HALF,
                    TupleTagList.empty()))
            .get(HALF)
            .setCoder(VarLongCoder.of());
    halves
        .apply(
            "End",
            Background.of(
                new Place(job, 1, 2),
                String::valueOf,
                () -> new Worker("second", END),
                END,
                TupleTagList.empty()))
        .get(END)
        .setCoder(VarLongCoder.of())
        .apply("Keep", ParDo.of(new KeepFn()));
    PipelineResult result = pipeline.run();
    try {
      await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> ENDED.size() >= ELEMENTS && counted(result) >= ELEMENTS);
    } finally {
      result.cancel();
    }

    assertThat(ENDED)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, ELEMENTS).boxed().toList());
    assertThat(WORKED.stream().collect(Collectors.groupingBy(w -> w, Collectors.counting())))
        .hasSize(2 * ELEMENTS)
        .allSatisfy(
            (work, times) -> assertThat(times).as(work).isEqualTo(work.equals("first 7") ? 3 : 1));
    assertThat(counted(result)).isEqualTo(ELEMENTS);
    assertThat(THREADS).hasSizeBetween(2, 3);
    await().atMost(Duration.ofMinutes(5)).until(() -> OPEN.get() == 0);
  }

  @Test
  void beginsNothingBeforeWhatIsNearerToItsEnd() {
    assertThat(
            List.of(
                    new Task<>(0, 1, 0, "a", "", none -> {}),
                    new Task<>(1, 3, 0, "b", "", none -> {}),
                    new Task<>(0, 0, 0, "c", "", none -> {}),
                    new Task<>(1, 2, 0, "d", "", none -> {}))
                .stream()
                .sorted()
                .map(Task::id))
        .containsExactly("d", "b", "c", "a");
  }

  private static long counted(PipelineResult result) {
    long count = 0;
    for (MetricResult<Long> counter :
        result.metrics().queryMetrics(MetricsFilter.builder().build()).getCounters()) {
      if (counter.getName().getName().equals("worked-second")) {
        count += counter.getAttempted();
      }
    }
    return count;
  }

  private static final class Worker implements LongWork<Long> {
    private final String name;
    private final TupleTag<Long> tag;

    Worker(String name, TupleTag<Long> tag) {
      this.name = name;
      this.tag = tag;
      OPEN.incrementAndGet();
    }

    @Override
    public void process(Long element, int attempt, MultiOutputReceiver out) throws IOException {
      String work = name + " " + element;
      WORKED.add(work);
      THREADS.add(Thread.currentThread());
      Metrics.counter("test", "worked-" + name).inc();
      out.get(tag).output(element);
      if (work.equals("first 7") && attempt < 3) {
        throw new IOException("away");
      }
    }

    @Override
    public void close() {
      OPEN.decrementAndGet();
    }
  }

  private static final class KeepFn extends DoFn<Long, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void keep(@Element Long element) {
      ENDED.add(element);
    }
  }
}
