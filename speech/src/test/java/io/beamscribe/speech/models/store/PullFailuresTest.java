// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static io.beamscribe.speech.models.store.StoreFixture.FREE;
import static io.beamscribe.speech.models.store.StoreFixture.entry;
import static io.beamscribe.speech.models.store.StoreFixture.sha256;
import static io.beamscribe.speech.models.store.StoreFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelServer;
import io.beamscribe.speech.models.catalogue.ArchiveFormat;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishers and networks that fail, by a real server that does. */
class PullFailuresTest {
  private static final byte[] ARCHIVE = archive();

  @TempDir Path folder;
  @AutoClose private final ModelServer server = new ModelServer();
  private StoreFixture fixture;
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Large enough for a download to be cut. */
  private static byte[] archive() {
    byte[] noise = new byte[1 << 19];
    new Random(1).nextBytes(noise);
    var files = Archives.voskModel("m/", "1");
    files.put("m/am/noise", noise);
    return Archives.zip(files);
  }

  @BeforeEach
  void start() {
    fixture = new StoreFixture(folder.resolve("store"));
  }

  @AfterEach
  void stop() {
    ended.countDown();
  }

  @Test
  void wrongChecksumLeavesNothing() throws IOException {
    byte[] other = ARCHIVE.clone();
    other[1000]++;
    String address = server.serve("/a.zip", other);
    assertThatThrownBy(() -> pull(zip(address, ARCHIVE)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "a is unavailable. "
                + address
                + ": the checksum is wrong (published "
                + sha256(ARCHIVE)
                + ", found "
                + sha256(other)
                + ").");
    fixture.assertNothingLeft();
  }

  @Test
  void wrongMd5IsRefusedToo() throws IOException {
    ModelSource source =
        new ModelSource.Url(
            server.serve("/a.zip", ARCHIVE), ArchiveFormat.ZIP, "m", List.of(), null, "00");
    assertThatThrownBy(() -> pull(source)).hasMessageContaining("the checksum is wrong");
    fixture.assertNothingLeft();
  }

  @Test
  void uncheckedModelIsTrustedAndSaysSo() throws ModelException {
    ModelSource source =
        new ModelSource.Url(
            server.serve("/a.zip", ARCHIVE), ArchiveFormat.ZIP, "m", List.of(), null, null);
    pull(source);
    assertThat(fixture.said)
        .singleElement()
        .asString()
        .contains("no checksum is published")
        .contains(sha256(ARCHIVE));
  }

  @Test
  void nextSourceIsTriedWithOneSentence() throws Exception {
    String closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = "http://127.0.0.1:" + socket.getLocalPort() + "/a.zip";
    }
    pull(zip(closed, ARCHIVE), zip(server.serve("/b.zip", ARCHIVE), ARCHIVE));
    assertThat(fixture.said)
        .containsExactly(
            "a cannot be downloaded from "
                + closed
                + " (127.0.0.1 cannot be reached); trying "
                + server.address("/b.zip")
                + ".");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 403, 410})
  void refusalIsNotRepeated(int status) throws IOException {
    String address = server.serve("/a.zip", exchange -> exchange.sendResponseHeaders(status, -1));
    assertThatThrownBy(() -> pull(zip(address, ARCHIVE))).hasMessageContaining("status " + status);
    assertThat(server.requests).hasSize(1);
    fixture.assertNothingLeft();
  }

  @Test
  void overloadIsWaitedFor() throws ModelException {
    AtomicInteger turn = new AtomicInteger();
    pull(
        zip(
            server.serve(
                "/a.zip",
                exchange -> {
                  boolean well = turn.incrementAndGet() == 3;
                  exchange.sendResponseHeaders(well ? 200 : 503, well ? ARCHIVE.length : -1);
                  if (well) {
                    exchange.getResponseBody().write(ARCHIVE);
                  }
                }),
            ARCHIVE));
    assertThat(turn).hasValue(3);
  }

  @Test
  void redirectIsFollowed() throws ModelException {
    String target = server.serve("/b.zip", ARCHIVE);
    pull(
        zip(
            server.serve(
                "/a.zip",
                exchange -> {
                  exchange.getResponseHeaders().set("Location", target);
                  exchange.sendResponseHeaders(302, -1);
                }),
            ARCHIVE));
  }

  @Test
  void cutDownloadGoesOnWhereItBroke() throws ModelException {
    int half = ARCHIVE.length / 2;
    String address =
        server.serve(
            "/a.zip",
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"1\"");
              String range = exchange.getRequestHeaders().getFirst("Range");
              int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
              int to = from == 0 ? half : ARCHIVE.length;
              if (from > 0) {
                exchange
                    .getResponseHeaders()
                    .set(
                        "Content-Range",
                        "bytes " + from + "-" + (ARCHIVE.length - 1) + "/" + ARCHIVE.length);
              }
              exchange.sendResponseHeaders(from > 0 ? 206 : 200, ARCHIVE.length - from);
              exchange.getResponseBody().write(Arrays.copyOfRange(ARCHIVE, from, to));
              exchange.getResponseBody().flush();
            });
    pull(zip(address, ARCHIVE));
    assertThat(server.requests).hasSize(2);
    assertThat(server.requests.get(1)).matches("/a.zip bytes=[1-9]\\d*-");
  }

  @Test
  void stalledDownloadEnds() throws IOException {
    fixture = new StoreFixture(folder.resolve("impatient"), Duration.ofMillis(700));
    String address =
        server.serve(
            "/a.zip",
            exchange -> {
              exchange.sendResponseHeaders(200, ARCHIVE.length);
              exchange.getResponseBody().write(ARCHIVE, 0, 1000);
              exchange.getResponseBody().flush();
              ended.await();
            });
    assertThatThrownBy(() -> pull(zip(address, ARCHIVE))).hasMessageContaining("broke off");
    assertThat(server.requests).hasSize(4);
    fixture.assertNothingLeft();
  }

  @Test
  void endlessDownloadEnds() throws IOException {
    String address =
        server.serve(
            "/a.zip",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(ARCHIVE);
              }
            });
    assertThatThrownBy(() -> pull(zip(address, ARCHIVE)))
        .hasMessageContaining("larger than the model can be");
    fixture.assertNothingLeft();
  }

  @Test
  void archiveWithoutAModelIsRefused() throws IOException {
    byte[] other = Archives.zip(Map.of("m/x", new byte[3]));
    assertThatThrownBy(() -> pull(zip(server.serve("/a.zip", other), other)))
        .hasMessageContaining("that is no Vosk model (am/final.mdl is missing)");
    fixture.assertNothingLeft();
  }

  @Test
  void unknownConverterIsRefused() throws IOException {
    ModelSource source = zip(server.serve("/a.zip", ARCHIVE), ARCHIVE);
    CatalogueEntry entry = entry("a", "vosk", 10_000, FREE, List.of("alchemy"), source);
    assertThatThrownBy(() -> fixture.store(entry).pull("a"))
        .hasMessageContaining("there is no converter alchemy");
    fixture.assertNothingLeft();
  }

  private Model pull(ModelSource... sources) throws ModelException {
    return fixture.store(entry("a", "vosk", ARCHIVE.length, FREE, List.of(), sources)).pull("a");
  }
}
