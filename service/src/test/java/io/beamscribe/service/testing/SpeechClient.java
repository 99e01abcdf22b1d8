// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the real-time protocol, over a real socket. */
public final class SpeechClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_SECONDS = 60;

  /** Bytes of a tenth of a second, as the SDKs send it. */
  private static final int CHUNK = 3200;

  private final WebSocket socket;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();

  /** A message of the service. */
  public record Message(String path, String requestId, JsonNode body) {}

  /** How the service closed the connection. */
  public record Closed(int code, String reason) {}

  /**
   * Connects.
   *
   * @param path with its query
   */
  public SpeechClient(HttpClient http, String address, String path) {
    socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(address.replace("http", "ws") + path), new Listener())
            .join();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(parse(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(new Closed(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }

  private static Message parse(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    try {
      return new Message(header(parts[0], "Path"), header(parts[0], "X-RequestId"), json(parts[1]));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static JsonNode json(String body) throws IOException {
    return JSON.readTree(body);
  }

  private static String header(String block, String name) {
    return Arrays.stream(block.split("\r\n"))
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  /** Sends a text message as it is. */
  public void text(String message) {
    socket.sendText(message, true).join();
  }

  /** Sends a text message of a path. */
  public void text(String path, String id, String body) {
    text("Path: " + path + "\r\nX-RequestId: " + id + "\r\n\r\n" + body);
  }

  /** Sends a binary message as it is. */
  public void binary(byte[] message) {
    socket.sendBinary(ByteBuffer.wrap(message), true).join();
  }

  /** Sends bytes of audio, or with none the end of it. */
  public void audio(String id, byte[] body) {
    byte[] headers =
        ("Path: audio\r\nX-RequestId: " + id + "\r\n").getBytes(StandardCharsets.US_ASCII);
    binary(
        ByteBuffer.allocate(2 + headers.length + body.length)
            .putShort((short) headers.length)
            .put(headers)
            .put(body)
            .array());
  }

  /** Sends a whole turn: its context, the header, the samples in small pieces, and the end. */
  public void turn(String id, String context, byte[] pcm) {
    text("speech.context", id, context);
    audio(id, header());
    samples(id, pcm);
    audio(id, new byte[0]);
  }

  /** Sends samples in small pieces. */
  public void samples(String id, byte[] pcm) {
    for (int at = 0; at < pcm.length; at += CHUNK) {
      audio(id, Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + CHUNK)));
    }
  }

  /** The header of 16 kHz mono, without sizes. */
  public static byte[] header() {
    return ByteBuffer.allocate(44)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(16_000)
        .putInt(32_000)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data\0\0\0\0".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  /** All messages until that of a path, which is the last one. */
  public List<Message> until(String path) throws InterruptedException {
    List<Message> all = new ArrayList<>();
    while (all.isEmpty() || !all.get(all.size() - 1).path().equals(path)) {
      Message next = messages.poll(MOST_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + path + " after " + all);
      }
      all.add(next);
    }
    return all;
  }

  /** How the service closes the connection. */
  public Closed closed() {
    return closed.orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
