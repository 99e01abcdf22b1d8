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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
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
            .add("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, content.length));
      }
      exchange.sendResponseHeaders(ranges ? 206 : 200, to - from);
      int count = ranges ? Math.min(100_000, to - from) : to - from;
      exchange.getResponseBody().write(content, from, count);
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
