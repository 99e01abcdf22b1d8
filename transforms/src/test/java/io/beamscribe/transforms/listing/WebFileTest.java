// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.WebChannel;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of a real web server, also of a faulty one. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WebFileTest {
  private static final String SIGNED = "?signature=secret";

  private final byte[] content = new byte[300_000];
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch asked = new CountDownLatch(8);
  private HttpServer server;
  private boolean ranges = true;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(content);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/moved.wav", exchange -> redirect(exchange, "/audio.wav" + SIGNED));
    server.createContext("/audio.wav", this::serve);
    server.createContext("/forbidden.wav", exchange -> status(exchange, 403));
    server.createContext("/broken.wav", exchange -> status(exchange, 503));
    server.createContext("/loop.wav", exchange -> redirect(exchange, "/loop.wav"));
    server.createContext("/other-scheme.wav", exchange -> redirect(exchange, "ftp://host/a.wav"));
    server.createContext("/nowhere.wav", exchange -> status(exchange, 302));
    server.createContext("/empty.wav", exchange -> status(exchange, 204));
    server.createContext("/no-length.wav", exchange -> part(exchange, "99999999999999999999"));
    server.createContext("/sizeless.wav", this::withoutSize);
    server.createContext("/any.wav", exchange -> part(exchange, "100"));
    server.createContext("/together.wav", this::whenAllAreAsked);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void isListedWithoutItsSignature() {
    AudioListing listing =
        AudioListing.of(List.of(address("/moved.wav") + SIGNED), "out", StorageSettings.NONE);
    assertThat(listing.failed()).isEmpty();
    AudioFile file = listing.files().get(0);
    assertThat(file.size()).isEqualTo(content.length);
    assertThat(file.version()).isEqualTo("v1");
    assertThat(file.source()).endsWith("/moved.wav");
    assertThat(file.path()).doesNotContain("secret");
    assertThat(file.address()).contains("secret");
  }

  @Test
  void isReadWholeThoughConnectionsBreak() throws IOException {
    assertThat(read(0)).isEqualTo(content);
    assertThat(requests.get()).isGreaterThan(3);
    ranges = false;
    assertThat(read(250_000)).isEqualTo(Arrays.copyOfRange(content, 250_000, content.length));
  }

  @Test
  void failsWithAKind() {
    AudioListing listing =
        AudioListing.of(
            List.of(
                address("/none.wav"),
                address("/forbidden.wav") + SIGNED,
                address("/broken.wav"),
                "http://127.0.0.1:1/x.wav",
                "https://no such host/x.wav"),
            "out",
            StorageSettings.NONE);
    assertThat(listing.files()).isEmpty();
    assertThat(listing.failed())
        .extracting(row -> row.errorKind())
        .containsExactly(
            ErrorKind.INVALID_URI,
            ErrorKind.FORBIDDEN,
            ErrorKind.TRANSIENT,
            ErrorKind.INVALID_URI,
            ErrorKind.INVALID_URI);
    assertThat(listing.failed().toString()).doesNotContain("secret");
  }

  @Test
  void isInvalidIfTheAddressCanNeverLeadToAFile() {
    AudioListing listing =
        list(
            address("/loop.wav"),
            address("/other-scheme.wav"),
            address("/no-length.wav"),
            address("/nowhere.wav"),
            address("/empty.wav"),
            "http://my_host:9/a.wav",
            "http://user:p@ss@127.0.0.1:1/a.wav",
            "http://host:99999/a.wav",
            "https:///a.wav");
    assertThat(listing.failed())
        .hasSize(9)
        .allMatch(row -> row.errorKind() == ErrorKind.INVALID_URI, "is invalid")
        .noneMatch(row -> row.toString().contains("ss@"), "shows a password");
  }

  @Test
  void hasItsWholeSizeThoughAPartTellsNone() {
    assertThat(list(address("/sizeless.wav")).files().get(0).size()).isEqualTo(content.length);
  }

  @Test
  void isAnotherFileForEachQueryThatDoesNotOnlySignIt() {
    AudioListing listing =
        list(
            address("/any.wav?id=1"),
            address("/any.wav?id=2"),
            address("/any.wav?id=2&X-Amz-Date=1&X-Amz-Signature=a"),
            address("/any.wav?X-Amz-Date=2&X-Amz-Signature=b&id=2"),
            address("/any.wav"));
    assertThat(listing.failed()).isEmpty();
    assertThat(listing.files()).extracting(AudioFile::path).hasSize(3).doesNotHaveDuplicates();
    assertThat(listing.files()).extracting(AudioFile::source).containsOnly(address("/any.wav"));
  }

  @Test
  void waitsForNoOther() {
    List<String> all =
        IntStream.range(0, 8).mapToObj(i -> address("/together.wav?file=" + i)).toList();
    assertThat(list(all.toArray(String[]::new)).files()).hasSize(8);
  }

  private static AudioListing list(String... addresses) {
    return AudioListing.of(List.of(addresses), "out", StorageSettings.NONE);
  }

  private byte[] read(long from) throws IOException {
    try (WebChannel channel = new WebChannel(address("/audio.wav") + SIGNED, content.length)) {
      channel.position(from);
      return Channels.newInputStream(channel).readAllBytes();
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Every second request is refused; responses break off after 100,000 bytes. */
  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (requests.getAndIncrement() % 2 == 0) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      exchange.getResponseHeaders().add("ETag", "\"v1\"");
      String[] range =
          exchange.getRequestHeaders().getFirst("Range").replace("bytes=", "").split("-");
      int from = ranges ? Integer.parseInt(range[0]) : 0;
      int to = ranges && range.length > 1 ? Integer.parseInt(range[1]) + 1 : content.length;
      if (ranges) {
        exchange
            .getResponseHeaders()
            .add(
                "Content-Range",
                String.format(Locale.ROOT, "bytes %d-%d/%d", from, to - 1, content.length));
      }
      exchange.sendResponseHeaders(ranges ? 206 : 200, to - from);
      int count = ranges ? Math.min(100_000, to - from) : to - from;
      exchange.getResponseBody().write(content, from, count);
    }
  }

  /** Tells no size where it is asked for a part. */
  private void withoutSize(HttpExchange exchange) throws IOException {
    if (exchange.getRequestHeaders().containsKey("Range")) {
      part(exchange, "*");
      return;
    }
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(content);
    }
  }

  /** Answers once eight requests are there. */
  private void whenAllAreAsked(HttpExchange exchange) throws IOException {
    asked.countDown();
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    part(exchange, "100");
  }

  private static void part(HttpExchange exchange, String size) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Range", "bytes 0-0/" + size);
      exchange.sendResponseHeaders(206, 1);
      exchange.getResponseBody().write(0);
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }
}
