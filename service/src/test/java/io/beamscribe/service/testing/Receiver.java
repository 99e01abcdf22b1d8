// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Receives events as a program of a user does. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final String secret;
  private final List<Event> events = new CopyOnWriteArrayList<>();

  /** An event that came. */
  public record Event(String name, boolean signed, String body) {}

  public Receiver(String secret) throws IOException {
    this.secret = secret;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String query = exchange.getRequestURI().getQuery();
    byte[] answer =
        query == null
            ? new byte[0]
            : query.replaceFirst(".*validationToken=", "").getBytes(StandardCharsets.UTF_8);
    String signature = exchange.getRequestHeaders().getFirst("X-MicrosoftSpeechServices-Signature");
    events.add(
        new Event(
            exchange.getRequestHeaders().getFirst("X-MicrosoftSpeechServices-Event"),
            sign(query == null ? body : answer).equals(signature),
            new String(body, StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String sign(byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(data));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  public List<Event> events() {
    return events;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
