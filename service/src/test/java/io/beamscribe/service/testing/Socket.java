// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real-time client that speaks as the SDKs do. */
public final class Socket implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "0123456789ABCDEF0123456789ABCDEF";
  private static final int CHUNK = 3200;

  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  /**
   * What the service sent; {@code closed} as the path where it has closed the connection.
   *
   * @param body a JSON object, or the code and the reason of the close
   */
  public record Message(String path, JsonNode body) {}

  /**
   * @param address of the service
   * @param path with a query
   */
  public Socket(String address, String path) {
    socket =
        HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .build()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address.replaceFirst("http", "ws") + path), new Taker())
            .join();
  }

  private final class Taker implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(message(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      messages.add(
          new Message("closed", JSON.createObjectNode().put("code", code).put("reason", reason)));
      return null;
    }
  }

  private static Message message(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    String path =
        Arrays.stream(parts[0].split("\r\n"))
            .filter(line -> line.startsWith("Path: "))
            .findFirst()
            .orElseThrow()
            .substring(6);
    try {
      return new Message(path, JSON.readTree(parts[1]));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Sends the context of a turn. */
  public void context(String json) {
    socket.sendText("Path: speech.context\r\nX-RequestId: " + ID + "\r\n\r\n" + json, true).join();
  }

  /** Sends a whole file, and the end of the audio. */
  public void audio(byte[] file) {
    for (int at = 0; at < file.length; at += CHUNK) {
      binary(
          at == 0 ? "Content-Type: audio/x-wav\r\n" : "",
          Arrays.copyOfRange(file, at, Math.min(file.length, at + CHUNK)));
    }
    binary("", new byte[0]);
  }

  private void binary(String more, byte[] body) {
    byte[] header =
        ("Path: audio\r\nX-RequestId: " + ID + "\r\n" + more).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(header.length >> 8);
    all.write(header.length);
    all.writeBytes(header);
    all.writeBytes(body);
    socket.sendBinary(ByteBuffer.wrap(all.toByteArray()), true).join();
  }

  /** Waits for the next message with a path, or the close, passing over others. */
  public Message next(String path) throws InterruptedException {
    while (true) {
      Message message = messages.poll(2, TimeUnit.MINUTES);
      if (message == null) {
        throw new IllegalStateException("no " + path);
      }
      if (message.path().equals(path) || message.path().equals("closed")) {
        return message;
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
