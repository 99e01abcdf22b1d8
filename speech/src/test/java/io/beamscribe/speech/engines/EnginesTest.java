// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.isolation.FaultyEngineProvider;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.sharing.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnginesTest {
  @Test
  void allThreadsShareOneEngineThatIsFreedWithTheLastLease() throws Exception {
    long loads = Engines.shared().loads();
    int opened = FaultyEngineProvider.opened();
    EngineSpec spec = spec("shared");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Lease<Engine>>> leases = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      leases.add(threads.submit(() -> Engines.shared().lease(spec)));
    }
    Engine engine = leases.get(0).get().value();
    for (Future<Lease<Engine>> lease : leases) {
      assertThat(lease.get().value()).isSameAs(engine);
    }
    assertThat(Engines.shared().loads()).isEqualTo(loads + 1);
    for (int i = 0; i < 8; i++) {
      assertThat(FaultyEngineProvider.opened()).isEqualTo(opened + 1);
      leases.get(i).get().close();
      leases.get(i).get().close();
    }
    assertThat(FaultyEngineProvider.opened()).isEqualTo(opened);
    assertThatThrownBy(() -> leases.get(0).get().value()).isInstanceOf(IllegalStateException.class);
    threads.shutdown();
  }

  @Test
  void noLeaseEverHasAClosedEngine() throws Exception {
    int opened = FaultyEngineProvider.opened();
    EngineSpec spec = spec("raced");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(
          threads.submit(
              () -> {
                for (int round = 0; round < 2000; round++) {
                  try (Lease<Engine> lease = Engines.shared().lease(spec)) {
                    FaultyEngineProvider.requireOpen(lease.value());
                  }
                }
                return null;
              }));
    }
    for (Future<?> run : runs) {
      run.get();
    }
    threads.shutdown();
    assertThat(FaultyEngineProvider.opened()).isEqualTo(opened);
  }

  @Test
  void aFailedLoadIsTriedAgainByTheNextLease() throws Exception {
    FaultyEngineProvider.missing(true);
    EngineSpec spec = spec("may-be-missing");
    assertThatThrownBy(() -> Engines.shared().lease(spec))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("Kein Modell da");
    FaultyEngineProvider.missing(false);
    Engines.shared().lease(spec).close();
  }

  @Test
  void loadsOfDifferentEnginesDoNotWaitForEachOther() throws Exception {
    CountDownLatch slow = FaultyEngineProvider.blockLoads("slow");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Lease<Engine>> waiting = thread.submit(() -> Engines.shared().lease(spec("slow")));
    Engines.shared().lease(spec("quick")).close();
    assertThat(waiting.isDone()).isFalse();
    slow.countDown();
    waiting.get(10, TimeUnit.SECONDS).close();
    thread.shutdown();
  }

  @Test
  void loadsInChildProcessesCount() throws Exception {
    long loads = Engines.shared().loads();
    EngineSpec spec = new EngineSpec("faulty", "model", "digest", Isolation.PROCESS);
    try (Lease<Engine> lease = Engines.shared().lease(spec)) {
      assertThat(lease.value()).isNotNull();
      assertThat(Engines.shared().loads()).isEqualTo(loads + 1);
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void anEngineWithoutProviderIsNamed() {
    assertThatThrownBy(
            () ->
                Engines.shared().lease(new EngineSpec("eliza", "model", "digest", Isolation.NONE)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("eliza");
  }

  private static EngineSpec spec(String folder) {
    return new EngineSpec("faulty", folder, "digest", Isolation.NONE);
  }
}
