// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with its transcriptions on a cluster, which has no jar of ours of its own. */
class ServiceIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CLIP = Shell.TESTDATA.resolve("formats/pcm_s16.wav");
  private static final String API = "?api-version=2024-11-15";

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  /** Of one that is killed while the cluster works, the next finds the job there. */
  @Test
  void transcribesOnAClusterAndOutlivesItsOwnEnd() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(Shell.ROOT.resolve("service/target/service-jars")),
        "the service is not built");
    Output batch = new Output(folder.resolve("batch"));
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe",
                "--input=" + CLIP,
                "--output=" + batch.root(),
                "--model=vosk-small-ko",
                "--locale=ko-KR",
                "--formats=json"));
    assertThat(ended.exit()).as(ended.err()).isZero();
    HttpServer web = web();
    int port = Ports.free();
    String service = "http://127.0.0.1:" + port;
    Shell.Started serving = null;
    try (LocalCluster cluster =
        LocalCluster.start(folder.resolve("cluster"), "--plain", "--taskManagers=1")) {
      serving = serve(cluster, port);
      serving.await("the service", () -> status(service + "/healthz") == 200);
      JsonNode entity =
          JSON.readTree(
              ask(HttpRequest.newBuilder(
                          URI.create(service + "/speechtotext/transcriptions:submit" + API))
                      .header("Content-Type", "application/json")
                      .POST(
                          BodyPublishers.ofString(
                              """
                              {"displayName": "x", "locale": "ko-KR", "contentUrls": ["%s"],
                              "properties": {"timeToLiveHours": 48,
                              "wordLevelTimestampsEnabled": true,
                              "displayFormWordLevelTimestampsEnabled": true}}
                              """
                                  .formatted(address(web)))))
                  .body());
      String self = entity.path("self").asText();
      serving.await("the job", () -> !cluster.get("/jobs").path("jobs").isEmpty());
      serving.process().destroyForcibly().waitFor();

      serving = serve(cluster, port);
      serving.await("the end", () -> List.of("Succeeded", "Failed").contains(state(self)));
      assertThat(get(self).path("status").asText()).as(cluster.logs()).isEqualTo("Succeeded");
      JsonNode files = get(get(self).path("links").path("files").asText()).path("values");
      assertThat(files).hasSize(2);
      JsonNode result = get(files.get(0).path("links").path("contentUrl").asText());
      String transcript = batch.transcripts().values().iterator().next();
      assertThat(comparable(result)).isEqualTo(comparable(JSON.readTree(transcript)));
    } finally {
      web.stop(0);
      if (serving != null) {
        serving.process().destroy();
        serving.end();
      }
    }
  }

  private Shell.Started serve(LocalCluster cluster, int port) throws IOException {
    return Shell.start(
        Shell.beamscribe(
            "serve",
            "--port=" + port,
            "--data=" + folder.resolve("data"),
            "--model=vosk-small-ko",
            "--allowNetworks=127.0.0.0/8",
            "--runner=FlinkRunner",
            "--flinkMaster=" + cluster.master()),
        Map.of());
  }

  private static HttpServer web() throws IOException {
    byte[] audio = Files.readAllBytes(CLIP);
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(200, head ? -1 : audio.length);
          if (!head) {
            exchange.getResponseBody().write(audio);
          }
          exchange.close();
        });
    web.start();
    return web;
  }

  private static String address(HttpServer web) {
    return "http://127.0.0.1:" + web.getAddress().getPort() + "/pcm_s16.wav";
  }

  private String state(String self) throws IOException, InterruptedException {
    return get(self).path("status").asText();
  }

  private JsonNode get(String address) throws IOException, InterruptedException {
    return JSON.readTree(ask(HttpRequest.newBuilder(URI.create(address))).body());
  }

  private int status(String address) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(URI.create(address))).statusCode();
  }

  private HttpResponse<String> ask(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** A result without what tells of the run and of the name of the audio. */
  private static JsonNode comparable(JsonNode result) {
    ObjectNode copy = result.deepCopy();
    copy.remove(List.of("timestamp", "source"));
    ((ObjectNode) copy.path("beamscribe")).remove("fingerprint");
    return copy;
  }
}
