// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A page in Chromium without a screen, whose microphone is a file. */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final Process process;
  private final WebSocket socket;
  private int number;

  /**
   * Opens a page; the test is skipped where there is no Chromium.
   *
   * @param folder empty, for the browser's own files
   * @param microphone a WAV file, which is said once
   */
  public Browser(Path folder, Path microphone, String address) throws Exception {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "skipped: there is no Chromium");
    process =
        new ProcessBuilder(
                program.orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-proxy-server",
                "--user-data-dir=" + folder,
                "--remote-debugging-port=0",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-audio-capture=" + microphone + "%noloop",
                "--autoplay-policy=no-user-gesture-required",
                address)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    Path port = folder.resolve("DevToolsActivePort");
    Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> Files.exists(port));
    String page =
        Awaitility.await()
            .ignoreException(IOException.class)
            .until(() -> page(Files.readAllLines(port).get(0), address), Optional::isPresent)
            .orElseThrow();
    socket = http.newWebSocketBuilder().buildAsync(URI.create(page), new Taker()).join();
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Optional<String> page(String port, String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build();
    for (JsonNode each :
        JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
      if (each.path("url").asText().startsWith(address)) {
        return Optional.of(each.path("webSocketDebuggerUrl").asText());
      }
    }
    return Optional.empty();
  }

  private final class Taker implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          answers.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  /** What an expression gives in the page, as text. */
  public String evaluate(String script) throws Exception {
    ObjectNode call = JSON.createObjectNode().put("id", ++number).put("method", "Runtime.evaluate");
    call.putObject("params").put("expression", "String(" + script + ")").put("userGesture", true);
    socket.sendText(JSON.writeValueAsString(call), true).join();
    JsonNode answer = answers.poll(1, TimeUnit.MINUTES);
    if (answer == null || answer.path("id").asInt() != number) {
      throw new IllegalStateException("no answer to " + script + ": " + answer);
    }
    return answer.path("result").path("result").path("value").asText();
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    process.destroy();
    process.waitFor();
  }
}
