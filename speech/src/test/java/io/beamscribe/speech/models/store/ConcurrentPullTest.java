// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static io.beamscribe.speech.models.store.StoreFixture.entry;
import static io.beamscribe.speech.models.store.StoreFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.ModelServer;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads and processes that want the same model at once, and one that is killed meanwhile. */
@Timeout(60)
class ConcurrentPullTest {
  private static final byte[] ARCHIVE = Archives.zip(Archives.voskModel("m/", "1"));

  @TempDir Path folder;
  @AutoClose private final ModelServer server = new ModelServer();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private StoreFixture fixture;

  @BeforeEach
  void start() {
    fixture = new StoreFixture(folder.resolve("store"));
  }

  @AfterEach
  void stop() {
    go.countDown();
  }

  /** A download that stays in the middle until {@link #go}. */
  private String slow() {
    return server.serve(
        "/a.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, ARCHIVE.length);
          exchange.getResponseBody().write(ARCHIVE, 0, 100);
          exchange.getResponseBody().flush();
          asked.countDown();
          go.await();
          exchange.getResponseBody().write(ARCHIVE, 100, ARCHIVE.length - 100);
        });
  }

  @Test
  void oneThreadFetchesAndTheOthersWait() throws Exception {
    CatalogueEntry entry = entry("a", zip(slow(), ARCHIVE));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Model>> models = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        models.add(threads.submit(() -> fixture.store(entry).pull("a")));
      }
      asked.await();
      await().until(() -> fixture.said.size() == 3);
      go.countDown();
      for (Future<Model> model : models) {
        assertThat(model.get()).isEqualTo(models.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.requests).hasSize(1);
    assertThat(fixture.said).containsOnly("Waiting for another run, which is fetching a.");
  }

  @Test
  void oneProcessFetchesAndTheOtherWaits() throws Exception {
    String address = slow();
    Process other = otherProcess(address);
    try {
      asked.await();
      ExecutorService thread = Executors.newSingleThreadExecutor();
      Future<Model> model =
          thread.submit(() -> fixture.store(entry("a", zip(address, ARCHIVE))).pull("a"));
      await().until(() -> !fixture.said.isEmpty());
      go.countDown();
      assertThat(model.get().folder().resolve("am/final.mdl")).exists();
      thread.shutdown();
      assertThat(other.waitFor()).isZero();
    } finally {
      other.destroyForcibly();
    }
    assertThat(server.requests).hasSize(1);
    assertThat(fixture.said).containsExactly("Waiting for another run, which is fetching a.");
  }

  @Test
  void killedPullLeavesNothingInTheWay() throws Exception {
    Process other = otherProcess(slow());
    asked.await();
    Path partial = fixture.root.resolve(".tmp/a");
    await().until(() -> Files.exists(partial));
    other.destroyForcibly();
    assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(partial).exists();
    assertThat(fixture.store().verify()).isEmpty();

    go.countDown();
    Model model =
        fixture.store(entry("a", zip(server.serve("/b.zip", ARCHIVE), ARCHIVE))).pull("a");
    assertThat(model.folder().resolve("am/final.mdl")).exists();
    assertThat(partial).doesNotExist();
    assertThat(fixture.said).isEmpty();
  }

  private Process otherProcess(String address) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            fixture.root.toString(),
            address)
        .inheritIO()
        .start();
  }

  /** Pulls the model in a process of its own. */
  static final class Other {
    public static void main(String[] args) throws ModelException {
      StoreFixture fixture = new StoreFixture(Path.of(args[0]));
      new ModelStore(
              new Catalogue(List.of(entry("a", zip(args[1], ARCHIVE)))),
              fixture.root,
              ModelListener.SILENT)
          .pull("a");
    }
  }
}
