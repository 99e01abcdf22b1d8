// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.ServeOptions;
import io.beamscribe.service.Service;
import io.beamscribe.service.testing.Browser;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.SpeechClient;
import io.beamscribe.service.testing.SpeechClient.Closed;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captions as others than the speaker follow them: one server, real sockets. */
class CaptionPagesTest {
  private static final Path AUDIO = Path.of("../testdata/speech/korean-1.flac");
  private static final String SPEAK =
      "/speech/recognition/conversation/cognitiveservices/v1?language=ko-KR&captions=";

  @TempDir static Path folder;
  private static Service service;
  private static HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    ServeOptions options = ServiceOptions.of(folder.resolve("data"), "vosk-small-ko");
    service = new Service(options);
    http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Says the same in as many turns; the texts of its phrases. */
  private static List<String> speak(String name, int turns) throws Exception {
    List<String> texts = new ArrayList<>();
    try (SpeechClient client = new SpeechClient(http, service.address(), SPEAK + name)) {
      for (int turn = 0; turn < turns; turn++) {
        client.text("speech.context", "turn" + turn, "{}");
        client.audio("turn" + turn, Files.readAllBytes(AUDIO));
        client.audio("turn" + turn, new byte[0]);
        client.until("turn.end").stream()
            .filter(message -> message.path().equals("speech.phrase"))
            .map(message -> message.body().path("DisplayText").asText())
            .filter(text -> !text.isEmpty())
            .forEach(texts::add);
      }
    }
    return texts;
  }

  private static HttpRequest.Builder get(String address) {
    return HttpRequest.newBuilder(
        URI.create(address.startsWith("/") ? service.address() + address : address));
  }

  private static String text(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }

  /** Cues as they come, each with its number before it. */
  private static List<String> cues(BufferedReader events, int count) throws Exception {
    List<String> cues = new ArrayList<>();
    StringBuilder cue = new StringBuilder();
    while (cues.size() < count) {
      String line = events.readLine();
      if (line.startsWith("id: ")) {
        cue.insert(0, line.substring(4) + "\n");
      } else if (line.startsWith("data: ")) {
        cue.append(line.substring(6)).append('\n');
      } else if (line.isEmpty() && cue.length() > 0) {
        cues.add(cue.toString());
        cue.setLength(0);
      }
    }
    return cues;
  }

  /** The texts of cues, without their numbers and times. */
  private static String said(List<String> cues) {
    return cues.stream().flatMap(cue -> cue.lines().skip(2)).collect(joining(" "));
  }

  private static BufferedReader follow(HttpRequest.Builder request) throws Exception {
    HttpResponse<InputStream> answer =
        http.send(
            request.header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  void whoFollowsHasEachCaptionOnceAndAlsoAfterACut() throws Exception {
    try (BufferedReader early = follow(get("/captions/talk"))) {
      List<String> texts = speak("talk", 2);
      List<String> cues = cues(early, texts.size());
      assertThat(said(cues)).isEqualTo(String.join(" ", texts));
      assertThat(cues.get(1)).startsWith("2\n");
      String document = text(get("/captions/talk"));
      assertThat(document).startsWith("WEBVTT\n\n");
      int at = 0;
      for (String cue : cues) {
        int next = document.indexOf(cue.substring(cue.indexOf('\n') + 1), at);
        assertThat(next).isGreaterThanOrEqualTo(at);
        at = next + 1;
      }
      assertThat(document.lines().filter(line -> line.contains(" --> ")).toList())
          .hasSize(cues.size())
          .isSorted();
      try (BufferedReader again = follow(get("/captions/talk").header("Last-Event-ID", "1"))) {
        assertThat(cues(again, cues.size() - 1)).isEqualTo(cues.subList(1, cues.size()));
      }
    }
  }

  @Test
  void anAudienceWithoutKeysHasASignedAddress() throws Exception {
    String link =
        new ObjectMapper()
            .readTree(text(get("/captions/hall").POST(HttpRequest.BodyPublishers.noBody())))
            .path("contentUrl")
            .asText();
    List<String> texts = speak("hall", 1);
    try (BufferedReader reader = follow(get(link))) {
      assertThat(said(cues(reader, 1))).isEqualTo(texts.get(0));
    }
    Path profile = Files.createDirectories(folder.resolve("browser"));
    try (Browser page = new Browser(profile, AUDIO, link)) {
      String shown = "document.getElementById('captions').textContent";
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> page.evaluate(shown), texts.get(0)::equals);
    }
  }

  @Test
  void anAddressThatIsNotSignedIsRefused() throws Exception {
    String link = service.address() + "/audience/bG9jYWw/hall?se=9999999999&sig=none";
    assertThat(text(get(link))).contains("not signed");
  }

  @Test
  void aNameThatIsNoneIsSaid() throws Exception {
    try (SpeechClient client = new SpeechClient(http, service.address(), SPEAK + "a%2Fb")) {
      client.text("speech.context", "turn", "{}");
      assertThat(client.closed())
          .isEqualTo(new Closed(1007, "captions is a name of up to 64 letters, digits, _ and -."));
    }
    assertThat(text(get("/captions/a.b"))).contains("captions is a name");
  }
}
