// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One page in a headless Chromium, controlled through its DevTools protocol. */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final List<String> complaints = new ArrayList<>();
  private int calls;

  private Browser(Process process, URI page) {
    this.process = process;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(page, new Receiver())
            .orTimeout(SECONDS, TimeUnit.SECONDS)
            .join();
  }

  /** The program, if this machine has it. */
  public static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static Browser open(Path program, Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String address = "http://127.0.0.1:" + port(profile) + "/json/new?about:blank";
      String page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address))
                      .PUT(HttpRequest.BodyPublishers.noBody())
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      String socket = JSON.readTree(page).get("webSocketDebuggerUrl").textValue();
      return new Browser(process, URI.create(socket));
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static int port(Path profile) throws IOException {
    Path file = profile.resolve("DevToolsActivePort");
    await("the port of Chromium")
        .atMost(SECONDS, TimeUnit.SECONDS)
        .until(() -> Files.exists(file) && Files.size(file) > 0);
    return Integer.parseInt(Files.readAllLines(file).get(0));
  }

  /** Has files that the page offers saved into a folder, without asking. */
  public void saveTo(Path folder) throws Exception {
    call(
        "Browser.setDownloadBehavior",
        JSON.createObjectNode().put("behavior", "allow").put("downloadPath", folder.toString()));
  }

  /** Loads a file and waits until all of it has run. */
  public void load(Path file) throws Exception {
    call("Runtime.enable", JSON.createObjectNode());
    call("Log.enable", JSON.createObjectNode());
    call("Page.enable", JSON.createObjectNode());
    call("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
    for (JsonNode event = next(); !isLoad(event); event = next()) {}
  }

  /** The value of an expression. */
  public JsonNode eval(String expression) throws Exception {
    ObjectNode parameters = JSON.createObjectNode();
    parameters.put("expression", expression).put("returnByValue", true);
    return call("Runtime.evaluate", parameters).at("/result/result/value");
  }

  /** Console messages of the page, its exceptions, and what its policy refused. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  private JsonNode call(String method, ObjectNode parameters) throws Exception {
    ObjectNode call = JSON.createObjectNode().put("id", ++calls).put("method", method);
    call.set("params", parameters);
    socket.sendText(call.toString(), true).get(SECONDS, TimeUnit.SECONDS);
    for (JsonNode answer = next(); ; answer = next()) {
      if (answer.path("id").asInt() == calls) {
        return answer;
      }
    }
  }

  private JsonNode next() throws Exception {
    JsonNode message = answers.poll(SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("Chromium does not answer");
    }
    String method = message.path("method").asText();
    if (method.equals("Log.entryAdded")
        || method.equals("Runtime.exceptionThrown")
        || method.equals("Runtime.consoleAPICalled")
        || method.equals("Page.javascriptDialogOpening")) {
      complaints.add(message.toString());
    }
    return message;
  }

  private static boolean isLoad(JsonNode event) {
    return event.path("method").asText().equals("Page.loadEventFired");
  }

  @Override
  public void close() {
    // Asked to close, it clears its own temporary files; killed, it leaves them behind.
    socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true).join();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    socket.abort();
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join());
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
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
}
