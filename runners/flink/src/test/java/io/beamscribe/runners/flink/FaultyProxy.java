// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A proxy between a client and a store that does what stores do on bad days: refuses requests,
 * responds late, and breaks off in the middle of a response. Each fault hits its regular share of
 * the requests, so that a run of a few dozen meets them all.
 */
final class FaultyProxy implements AutoCloseable {
  private static final Set<String> NOT_FORWARDED =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI store;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong cut = new AtomicLong();
  private final AtomicLong bytesOut = new AtomicLong();

  /** Out of a hundred requests, those that get a temporary error. */
  private final Share refusals = new Share();

  /** Out of a hundred responses with a body, those that end in its middle. */
  private final Share cuts = new Share();

  /** Out of a hundred requests, those with a response a second late. */
  private final Share delays = new Share();

  private FaultyProxy(URI store) throws IOException {
    this.store = store;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static FaultyProxy before(URI store) throws IOException {
    return new FaultyProxy(store);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void setFaults(int refusalsInHundred, int cutsInHundred, int delaysInHundred) {
    refusals.set(refusalsInHundred);
    cuts.set(cutsInHundred);
    delays.set(delaysInHundred);
  }

  long refused() {
    return refused.get();
  }

  long cut() {
    return cut.get();
  }

  /** Bytes of objects that went through to the client. */
  long bytesOut() {
    return bytesOut.get();
  }

  long requests() {
    return requests.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.incrementAndGet();
      if (refusals.draw()) {
        refused.incrementAndGet();
        refuse(exchange);
        return;
      }
      if (delays.draw()) {
        Thread.sleep(1000); // the fault itself: an answer that comes late
      }
      answer(exchange, forward(exchange, body));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Picks its share of requests evenly: of 5 in 100 the tenth, the thirtieth, ... */
  private static final class Share {
    private int inHundred;
    private int sum = 50;

    synchronized void set(int share) {
      inHundred = share;
    }

    synchronized boolean draw() {
      sum += inHundred;
      boolean picked = sum >= 100;
      sum %= 100;
      return picked;
    }
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] xml =
        "<Error><Code>SlowDown</Code><Message>of the test</Message></Error>"
            .getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(503, head ? -1 : xml.length);
    if (!head) {
      exchange.getResponseBody().write(xml);
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(store + exchange.getRequestURI().toASCIIString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, List.copyOf(values));
              }
            });
    byte[] content = response.body();
    if (exchange.getRequestMethod().equals("HEAD")) {
      response
          .headers()
          .firstValue("Content-Length")
          .ifPresent(length -> headers.set("Content-Length", length));
      exchange.sendResponseHeaders(response.statusCode(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.statusCode(), content.length == 0 ? -1 : content.length);
    boolean broken = content.length > 1 && cuts.draw();
    int count = broken ? content.length / 2 : content.length;
    if (broken) {
      cut.incrementAndGet();
    }
    bytesOut.addAndGet(count);
    OutputStream out = exchange.getResponseBody();
    out.write(content, 0, count);
    out.flush(); // the missing part closes the connection
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
