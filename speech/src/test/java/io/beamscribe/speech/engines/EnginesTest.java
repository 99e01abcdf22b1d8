package io.beamscribe.speech.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.isolation.FaultyEngineProvider;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
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
    long loads = Engines.loads();
    int opened = FaultyEngineProvider.opened();
    EngineSpec spec = spec("shared");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<EngineLease>> leases = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      leases.add(threads.submit(() -> Engines.lease(spec)));
    }
    Engine engine = leases.get(0).get().engine();
    for (Future<EngineLease> lease : leases) {
      assertThat(lease.get().engine()).isSameAs(engine);
    }
    assertThat(Engines.loads()).isEqualTo(loads + 1);
    for (int i = 0; i < 8; i++) {
      assertThat(FaultyEngineProvider.opened()).isEqualTo(opened + 1);
      leases.get(i).get().close();
      leases.get(i).get().close();
    }
    assertThat(FaultyEngineProvider.opened()).isEqualTo(opened);
    assertThatThrownBy(() -> leases.get(0).get().engine())
        .isInstanceOf(IllegalStateException.class);
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
                  try (EngineLease lease = Engines.lease(spec)) {
                    FaultyEngineProvider.requireOpen(lease.engine());
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
    assertThatThrownBy(() -> Engines.lease(spec))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("Kein Modell da");
    FaultyEngineProvider.missing(false);
    Engines.lease(spec).close();
  }

  @Test
  void loadsOfDifferentEnginesDoNotWaitForEachOther() throws Exception {
    CountDownLatch slow = FaultyEngineProvider.blockLoads("slow");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<EngineLease> waiting = thread.submit(() -> Engines.lease(spec("slow")));
    Engines.lease(spec("quick")).close();
    assertThat(waiting.isDone()).isFalse();
    slow.countDown();
    waiting.get(10, TimeUnit.SECONDS).close();
    thread.shutdown();
  }

  @Test
  void loadsInChildProcessesCount() throws Exception {
    long loads = Engines.loads();
    EngineSpec spec = new EngineSpec("faulty", "model", "digest", Isolation.PROCESS);
    try (EngineLease lease = Engines.lease(spec)) {
      assertThat(lease.engine()).isNotNull();
      assertThat(Engines.loads()).isEqualTo(loads + 1);
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void anEngineThatNobodyProvidesIsToldByName() {
    assertThatThrownBy(
            () -> Engines.lease(new EngineSpec("eliza", "model", "digest", Isolation.NONE)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("eliza");
  }

  private static EngineSpec spec(String folder) {
    return new EngineSpec("faulty", folder, "digest", Isolation.NONE);
  }
}
