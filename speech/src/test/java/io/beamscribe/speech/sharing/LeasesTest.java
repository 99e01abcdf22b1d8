// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeasesTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void threadsThatAskWhileAValueIsLoadedGetTheSameOne() throws Exception {
    Leases<String, Object> leases = new Leases<>(Retention.none(), value -> closed.add("value"));
    AtomicInteger loads = new AtomicInteger();
    SlowLoad<Object> load =
        new SlowLoad<>(
            () -> {
              loads.incrementAndGet();
              return new Object();
            });
    List<Future<Lease<Object>>> all = new ArrayList<>();
    all.add(threads.submit(() -> leases.acquire("key", load)));
    load.begun.await();
    List<Thread> waiting = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 7; i++) {
      all.add(
          threads.submit(
              () -> {
                waiting.add(Thread.currentThread());
                return leases.acquire("key", load);
              }));
    }
    awaitBlocked(waiting, 7);
    load.go.countDown();
    Object value = all.get(0).get().value();
    for (Future<Lease<Object>> each : all) {
      assertThat(each.get().value()).isSameAs(value);
    }
    assertThat(loads).hasValue(1);
    for (Future<Lease<Object>> each : all) {
      assertThat(closed).isEmpty();
      each.get().close();
      each.get().close();
    }
    assertThat(closed).containsExactly("value");
  }

  @Test
  void aLoadThatFailsFailsForAllThatWaitAndIsTriedAgain() throws Exception {
    Leases<String, String> leases = new Leases<>(Retention.none(), closed::add);
    SlowLoad<String> load =
        new SlowLoad<>(
            () -> {
              throw new IOException("no such model");
            });
    Future<Lease<String>> first = threads.submit(() -> leases.acquire("key", load));
    load.begun.await();
    List<Thread> waiting = Collections.synchronizedList(new ArrayList<>());
    Future<Lease<String>> second =
        threads.submit(
            () -> {
              waiting.add(Thread.currentThread());
              return leases.acquire("key", () -> "never asked for");
            });
    awaitBlocked(waiting, 1);
    load.go.countDown();
    for (Future<Lease<String>> each : List.of(first, second)) {
      assertThatThrownBy(each::get)
          .cause()
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("no such model");
    }
    try (Lease<String> lease = leases.acquire("key", () -> "now")) {
      assertThat(lease.value()).isEqualTo("now");
    }
    assertThat(closed).containsExactly("now");
  }

  @Test
  void valuesOfOtherKeysAreNotWaitedFor() throws Exception {
    Leases<String, String> leases = new Leases<>(Retention.none(), closed::add);
    SlowLoad<String> load = new SlowLoad<>(() -> "slow");
    Future<Lease<String>> slow = threads.submit(() -> leases.acquire("slow", load));
    load.begun.await();
    leases.acquire("quick", () -> "quick").close();
    assertThat(closed).containsExactly("quick");
    load.go.countDown();
    slow.get().close();
  }

  @Test
  void whoStopsWaitingTakesNothingFromTheOthers() throws Exception {
    Leases<String, String> leases = new Leases<>(Retention.none(), closed::add);
    SlowLoad<String> load = new SlowLoad<>(() -> "value");
    Future<Lease<String>> first = threads.submit(() -> leases.acquire("key", load));
    load.begun.await();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> leases.acquire("key", () -> "other"))
        .isInstanceOf(InterruptedException.class);
    load.go.countDown();
    assertThat(first.get().value()).isEqualTo("value");
    first.get().close();
    assertThat(closed).containsExactly("value");
  }

  @Test
  void noLeaseEverHasAClosedValue() throws Exception {
    Leases<String, AtomicInteger> leases = new Leases<>(Retention.none(), value -> value.set(-1));
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(
          threads.submit(
              () -> {
                for (int round = 0; round < 5000; round++) {
                  try (Lease<AtomicInteger> lease = leases.acquire("key", AtomicInteger::new)) {
                    assertThat(lease.value()).hasValue(0);
                  }
                }
                return null;
              }));
    }
    for (Future<?> run : runs) {
      run.get();
    }
  }

  @Test
  void whatIsKeptIsFoundAgain() throws Exception {
    Leases<String, String> leases = new Leases<>(Retention.until(Duration.ofHours(1)), closed::add);
    leases.acquire("key", () -> "first").close();
    try (Lease<String> again = leases.acquire("key", () -> "second")) {
      assertThat(again.value()).isEqualTo("first");
    }
    assertThat(closed).isEmpty();
  }

  @Test
  void whatIsKeptGoesWhenItsTimeIsUp() throws Exception {
    Leases<String, String> leases =
        new Leases<>(Retention.until(Duration.ofMillis(1)), closed::add);
    leases.acquire("key", () -> "value").close();
    assertThat(closed.poll(30, TimeUnit.SECONDS)).isEqualTo("value");
  }

  @Test
  void whatIsKeptMakesRoomForAnother() throws Exception {
    Leases<String, String> leases = new Leases<>(Retention.until(Duration.ofHours(1)), closed::add);
    Lease<String> held = leases.acquire("held", () -> "held");
    leases.acquire("kept", () -> "kept").close();
    leases.acquire("other", () -> "other").close();
    assertThat(closed).containsExactly("kept");
    held.close();
    leases.close();
    assertThat(closed).containsExactlyInAnyOrder("kept", "other", "held");
  }

  @Test
  void underABoundTheLongestUnusedGoesFirst() throws Exception {
    Leases<String, String> leases = new Leases<>(Retention.upTo(8, String::length), closed::add);
    leases.acquire("a", () -> "aaaa").close();
    leases.acquire("b", () -> "bbbb").close();
    leases.acquire("a", () -> "new").close();
    Lease<String> held = leases.acquire("c", () -> "cccc");
    assertThat(closed).containsExactly("bbbb");
    leases.close();
    assertThat(closed).containsExactly("bbbb", "aaaa");
    held.close();
    assertThat(closed).containsExactly("bbbb", "aaaa", "cccc");
  }

  /** A load that has begun and does not end before it may. */
  private record SlowLoad<T>(Callable<T> load, CountDownLatch begun, CountDownLatch go)
      implements Callable<T> {
    SlowLoad(Callable<T> load) {
      this(load, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public T call() throws Exception {
      begun.countDown();
      go.await();
      return load.call();
    }
  }

  /** Waits until this many threads wait for another. */
  private static void awaitBlocked(List<Thread> threads, int count) {
    while (threads.size() < count
        || threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
  }
}
