// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressProxyTest {
  private static final AddressRules STRICT = new AddressRules(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.31.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "2130706433",
        "localhost",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]",
        "[fe80::1]",
        "[fd00::1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::1]",
        "[2002:7f00:1::]",
        "[ff02::1]"
      })
  void privateAddressesAreRefusedInEveryForm(String host) {
    assertThatThrownBy(() -> STRICT.resolve(host)).isInstanceOf(java.io.IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "[2606:4700::1111]", "[64:ff9b::808:808]"})
  void publicAddressesAreAllowed(String host) throws Exception {
    assertThat(STRICT.resolve(host)).hasSize(1);
  }

  @Test
  void networksOfTheOperatorAreAllowedAndNoOthers() throws Exception {
    AddressRules rules = new AddressRules(List.of("10.1.0.0/16"));
    assertThat(rules.resolve("10.1.255.1")).hasSize(1);
    assertThatThrownBy(() -> rules.resolve("10.2.0.1")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> new AddressRules(List.of("intranet")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRequestThatGoesThroughTheGuardReachesNothingPrivate() throws Exception {
    AtomicInteger reached = new AtomicInteger();
    HttpServer secret =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secret.createContext(
        "/",
        exchange -> {
          reached.incrementAndGet();
          exchange.getResponseHeaders().add("Location", "http://localhost:1/");
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/away") ? 302 : 200, -1);
          exchange.close();
        });
    secret.start();
    try (EgressProxy strict = new EgressProxy(STRICT);
        EgressProxy open = new EgressProxy(new AddressRules(List.of("127.0.0.1")))) {
      int port = secret.getAddress().getPort();
      assertThat(status(strict.selector(), "http://127.0.0.1:" + port + "/")).isEqualTo(403);
      assertThat(status(strict.selector(), "http://localhost:" + port + "/")).isEqualTo(403);
      assertThatThrownBy(() -> status(strict.selector(), "https://127.0.0.1:" + port + "/"))
          .isInstanceOf(java.io.IOException.class);
      assertThat(reached).hasValue(0);
      assertThat(status(open.selector(), "http://127.0.0.1:" + port + "/")).isEqualTo(200);
      assertThat(status(open.selector(), "http://127.0.0.1:" + port + "/away"))
          .as("a redirect to where nothing listens")
          .isEqualTo(404);
    } finally {
      secret.stop(0);
    }
  }

  @Test
  void aServerThatCannotBeReachedIsNotSaidToAnswer(@TempDir Path folder) throws Exception {
    AddressRules rules = new AddressRules(List.of("127.0.0.1"));
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    try (EgressProxy egress = new EgressProxy(rules)) {
      GuardedClient client = new GuardedClient(rules, egress.selector());
      URI address = URI.create("http://127.0.0.1:" + closed + "/data.txt");
      assertThatThrownBy(() -> client.download(address, folder.resolve("data.txt"), 10))
          .hasMessage("127.0.0.1 cannot be reached.");
    }
  }

  private static int status(ProxySelector guard, String url) throws Exception {
    HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).proxy(guard).build();
    return client
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
