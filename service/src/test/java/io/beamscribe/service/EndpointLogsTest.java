// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.SpeechClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an endpoint logs, as its owner gets and deletes it. */
class EndpointLogsTest {
  private static final Path AUDIO = Path.of("../testdata/speech/korean-1.flac");
  private static final String ENDPOINTS = "/speechtotext/v3.2/endpoints";
  private static final String SPEAK =
      "/speech/recognition/conversation/cognitiveservices/v1?language=ko-KR&cid=";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void whatWasHeardAndRecognisedIsKeptUntilItIsDeleted() throws Exception {
    ServeOptions options = ServiceOptions.of(folder.resolve("data"), "vosk-small-ko");
    try (Service service = new Service(options)) {
      Http http = new Http(service.address());
      String silent = endpoint(http, false);
      speak(service, silent);
      assertThat(logs(http, silent)).isEmpty();

      String endpoint = endpoint(http, true);
      speak(service, endpoint);
      Awaitility.await().untilAsserted(() -> assertThat(logs(http, endpoint)).hasSize(2));
      String said =
          JSON.readTree(http.bytes(SPEAK + endpoint, Files.readAllBytes(AUDIO)).body())
              .path("DisplayText")
              .asText();
      List<JsonNode> logs = logs(http, endpoint);
      assertThat(logs)
          .extracting(log -> log.path("kind").asText())
          .containsExactly("Audio", "Transcription", "Audio", "Transcription");
      for (int i = 0; i < logs.size(); i += 2) {
        assertThat(logs.get(i).path("name").asText()).matches("\\d{6}__[0-9a-f-]{36}\\.wav");
        assertThat(logs.get(i).path("self").asText())
            .matches(".*/files/logs/\\d{4}-\\d\\d-\\d\\d_\\d{6}__[0-9a-f-]{36}_wav");
        assertThat(logs.get(i).path("properties").path("duration").asText()).startsWith("PT3.");
        JsonNode result = http.get(content(logs.get(i + 1)));
        assertThat(result.path("combinedRecognizedPhrases").get(0).path("display").asText())
            .isEqualTo(said);
      }
      http.send("DELETE", path(logs.get(0)), null);
      assertThat(logs(http, endpoint)).hasSize(3);
      deleteUntil(http, endpoint, day().minusDays(2));
      assertThat(logs(http, endpoint)).hasSize(3);
      deleteUntil(http, endpoint, day());
      assertThat(logs(http, endpoint)).isEmpty();
      assertThat(kept()).isEmpty();
    }
  }

  private static void deleteUntil(Http http, String endpoint, LocalDate day) throws Exception {
    String path = ENDPOINTS + "/" + endpoint + "/files/logs?endDate=" + day;
    assertThat(http.send("DELETE", path, null).statusCode()).isEqualTo(202);
  }

  private static LocalDate day() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("data/files"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static String endpoint(Http http, boolean logging) throws Exception {
    JsonNode made =
        JSON.readTree(
            http.post(
                    ENDPOINTS,
                    "{\"displayName\":\"e\",\"locale\":\"ko-KR\",\"properties\":{\"loggingEnabled\":"
                        + logging
                        + "}}")
                .body());
    String self = path(made);
    Awaitility.await().until(() -> http.get(self).path("status").asText().equals("Succeeded"));
    return self.substring(self.lastIndexOf('/') + 1);
  }

  private static String path(JsonNode document) {
    return document.path("self").asText().replaceFirst("^https?://[^/]*", "");
  }

  private static String content(JsonNode log) {
    return log.path("links").path("contentUrl").asText().replaceFirst("^https?://[^/]*", "");
  }

  private static List<JsonNode> logs(Http http, String endpoint) throws Exception {
    return StreamSupport.stream(
            http.get(ENDPOINTS + "/" + endpoint + "/files/logs").path("values").spliterator(),
            false)
        .toList();
  }

  private static void speak(Service service, String endpoint) throws Exception {
    HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    try (SpeechClient client = new SpeechClient(http, service.address(), SPEAK + endpoint)) {
      client.text("speech.context", "turn", "{}");
      client.audio("turn", Files.readAllBytes(AUDIO));
      client.audio("turn", new byte[0]);
      client.until("turn.end");
    }
  }
}
