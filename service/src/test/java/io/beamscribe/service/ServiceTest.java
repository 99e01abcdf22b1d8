// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.Receiver;
import io.beamscribe.service.testing.ResultSchema;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.Web;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as clients see it: one process, one server, requests over HTTP. */
class ServiceTest {
  private static final Path AUDIO = Path.of("../testdata/speech/korean-1.flac");
  private static final String DATED = "?api-version=2024-11-15";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Service service;
  private static Web web;
  private static Http http;

  @BeforeAll
  static void start() throws Exception {
    web = new Web(AUDIO);
    service = new Service(options(folder.resolve("data"), false));
    http = new Http(service.address());
  }

  @AfterAll
  static void stop() {
    service.close();
    web.close();
  }

  private static ServeOptions options(Path data, boolean keys) {
    ServeOptions options = ServiceOptions.of(data, "vosk-small-ko");
    options.setAllowNetworks(List.of("127.0.0.0/8"));
    options.setKeys(keys);
    return options;
  }

  private static JsonNode ended(Http from, String self) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(10))
        .until(
            () -> from.get(self),
            each -> List.of("Succeeded", "Failed").contains(each.path("status").asText()));
  }

  @Test
  void aTranscriptionGoesFromItsCreationToItsFilesInEachVersion() throws Exception {
    Map<String, String> created =
        Map.of(
            "/speechtotext/v3.0/Transcriptions/",
            "",
            "/speechtotext/v3.1/transcriptions",
            "",
            "/speechtotext/v3.2/transcriptions",
            "",
            "/speechtotext/transcriptions:submit" + DATED,
            ",\"timeToLiveHours\":6",
            "/speechtotext/transcriptions:submit?api-version=2025-10-15",
            ",\"TimeToLiveHours\":6");
    List<JsonNode> all = new ArrayList<>();
    for (Map.Entry<String, String> each : created.entrySet()) {
      HttpResponse<String> answer =
          http.post(
              each.getKey(),
              "{\"DisplayName\":\"x\",\"Locale\":\"ko-KR\",\"Model\":null,\"ContentUrls\":[\""
                  + web.address("a.flac?sig=secret")
                  + "\",\""
                  + web.address("none.wav")
                  + "\"],\"Properties\":{\"WordLevelTimestampsEnabled\":\"True\""
                  + each.getValue()
                  + "}}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      JsonNode entity = JSON.readTree(answer.body());
      assertThat(answer.headers().firstValue("Location")).hasValue(entity.path("self").asText());
      assertThat(entity.path("status").asText()).isEqualTo("NotStarted");
      all.add(entity);
    }
    for (JsonNode entity : all) {
      String self = entity.path("self").asText();
      JsonNode done = ended(http, self);
      assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("Succeeded");
      JsonNode files = http.get(done.path("links").path("files").asText()).path("values");
      assertThat(files).hasSize(2);
      assertThat(files.get(0).path("name").asText()).isEqualTo("contenturl_0.json");
      String content = files.get(0).path("links").path("contentUrl").asText();
      HttpResponse<String> document =
          http.send("GET", content, null, "Ocp-Apim-Subscription-Key", "");
      assertThat(document.body().getBytes(StandardCharsets.UTF_8).length)
          .isEqualTo(files.get(0).path("properties").path("size").asInt());
      JsonNode result = JSON.readTree(document.body());
      assertThat(result.path("source").asText()).isEqualTo(web.address("a.flac?sig=secret"));
      if (ResultSchema.isThere()) {
        ResultSchema.check(schema(self), document.body());
      }
      JsonNode best = result.path("recognizedPhrases").get(0).path("nBest").get(0);
      assertThat(best.path("words")).isNotEmpty();
      assertThat(best.has("displayWords")).isFalse();
      assertThat(result.has("durationMilliseconds")).isEqualTo(!self.contains("/v3"));
      JsonNode report = http.get(files.get(1).path("links").path("contentUrl").asText());
      assertThat(report.path("successfulTranscriptionsCount").asInt()).isEqualTo(1);
      assertThat(report.path("details").get(1).path("errorKind").asText()).isEqualTo("InvalidUri");
      assertThat(http.send("GET", content.replaceFirst("sig=...", "sig=AAA"), null).statusCode())
          .isEqualTo(403);
      assertThat(http.send("DELETE", self, null).statusCode()).isEqualTo(204);
      assertThat(http.send("DELETE", self, null).statusCode()).isEqualTo(204);
      assertThat(http.send("GET", self, null).statusCode()).isEqualTo(404);
      assertThat(http.send("GET", content, null).statusCode()).isEqualTo(404);
    }
  }

  /** The version of the schema of results; those of the newest API are as before. */
  private static String schema(String self) {
    return self.contains("/v3.0/")
        ? "v3"
        : self.contains("/v3.1/") ? "v3_1" : self.contains("/v3.2/") ? "v3_2" : "v2024-11-15";
  }

  @Test
  void fastTranscriptionAndShortAudioAnswerAtOnce() throws Exception {
    JsonNode fast =
        http.form(
            "/speechtotext/transcriptions:transcribe?api-version=2025-10-15",
            Map.of("definition", "{\"locales\":[\"ko-KR\"]}"),
            Map.of("audio", Files.readAllBytes(AUDIO)));
    assertThat(fast.path("combinedPhrases").get(0).path("text").asText()).isNotEmpty();
    assertThat(fast.path("phrases").get(0).path("words").get(0).has("offsetMilliseconds")).isTrue();

    HttpResponse<String> utterance =
        http.bytes(
            "/speech/recognition/conversation/cognitiveservices/v1?language=ko-KR&format=detailed",
            Files.readAllBytes(AUDIO));
    JsonNode best = JSON.readTree(utterance.body()).path("NBest").get(0);
    assertThat(best.path("Display").asText())
        .isEqualTo(fast.path("combinedPhrases").get(0).path("text").asText());
  }

  @Test
  void aWebHookIsChallengedAndThenGetsEventsAndPingsSigned() throws Exception {
    try (Receiver receiver = new Receiver("s3cret")) {
      JsonNode hook =
          JSON.readTree(
              http.post(
                      "/speechtotext/webHooks/",
                      "{\"displayName\":\"h\",\"webUrl\":\""
                          + receiver.address()
                          + "\",\"events\":{\"endpointCompletion\":true},"
                          + "\"properties\":{\"secret\":\"s3cret\"}}")
                  .body());
      assertThat(ended(http, hook.path("self").asText()).path("status").asText())
          .isEqualTo("Succeeded");
      http.post("/speechtotext/endpoints" + DATED, "{\"displayName\":\"e\",\"locale\":\"ko-KR\"}");
      http.post(hook.path("links").path("ping").asText(), "");
      Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> receiver.events().size() >= 3);
      assertThat(receiver.events())
          .extracting(Receiver.Event::name)
          .containsExactlyInAnyOrder("Challenge", "EndpointCompletion", "Ping");
      assertThat(receiver.events()).allMatch(Receiver.Event::signed);
    }
  }

  @Test
  void datasetsAreImportedOfBlocksAndUploads() throws Exception {
    JsonNode dataset =
        JSON.readTree(
            http.post(
                    "/speechtotext/datasets" + DATED,
                    "{\"displayName\":\"d\",\"locale\":\"ko-KR\",\"kind\":\"Language\"}")
                .body());
    String blocks = dataset.path("links").path("uploadBlocks").asText();
    for (String id : List.of("AAAA", "AAAB")) {
      assertThat(
              http.send("PUT", blocks + "&blockid=" + id, "a line " + id.charAt(3) + "\n")
                  .statusCode())
          .isEqualTo(201);
    }
    assertThat(
            http.post(
                    dataset.path("links").path("commitBlocks").asText(),
                    "[{\"kind\":\"Latest\",\"id\":\"AAAA\"},{\"kind\":\"Latest\",\"id\":\"AAAB\"}]")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            ended(http, dataset.path("self").asText())
                .path("properties")
                .path("acceptedLineCount")
                .asInt())
        .isEqualTo(2);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("trans.txt"));
      zip.write("a.wav\thello\nnone.wav\tnothing\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("../../a.wav"));
      zip.write(Files.readAllBytes(Path.of("../testdata/formats/pcm_s16.wav")));
    }
    JsonNode upload =
        http.form(
            "/speechtotext/v3.2/datasets/upload",
            Map.of("displayName", "u", "locale", "ko-KR", "kind", "Acoustic"),
            Map.of("data", bytes.toByteArray()));
    JsonNode imported = ended(http, upload.path("self").asText());
    assertThat(imported.path("properties").path("acceptedLineCount").asInt()).isEqualTo(1);
    assertThat(imported.path("properties").path("rejectedLineCount").asInt()).isEqualTo(1);
    assertThat(http.get(imported.path("links").path("files").asText()).path("values"))
        .extracting(file -> file.path("kind").asText())
        .containsExactly("AcousticDataTranscriptionV2", "Audio", "DatasetReport");
    try (var outside = Files.list(folder)) {
      assertThat(outside).containsExactly(folder.resolve("data"));
    }
  }

  @Test
  void listsComeInPagesAndByFilter() throws Exception {
    for (int i = 0; i < 5; i++) {
      http.post(
          "/speechtotext/v3.2/projects", "{\"displayName\":\"p" + i + "\",\"locale\":\"ko-KR\"}");
    }
    List<String> names = new ArrayList<>();
    JsonNode page = http.get("/speechtotext/v3.2/projects?top=2");
    while (true) {
      page.path("values").forEach(each -> names.add(each.path("displayName").asText()));
      if (!page.hasNonNull("@nextLink")) {
        break;
      }
      page = http.get(page.path("@nextLink").asText());
    }
    assertThat(names).contains("p0", "p1", "p2", "p3", "p4").doesNotHaveDuplicates();
    assertThat(
            http.get(
                    "/speechtotext/v3.2/projects?filter=displayName%20eq%20'p3'%20and%20not%20"
                        + "(createdDateTime%20lt%202020-01-01T00:00:00Z)")
                .path("values"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | InvalidRequestBodyFormat",
        "{} | InvalidPayload",
        "{\"displayName\":\"a\",\"locale\":\"xx-XX\"} | InvalidLocale",
        "{\"displayName\":\"a\",\"locale\":\"ko-KR\",\"properties\":{}} | InvalidTimeToLive",
        "{\"displayName\":\"a\",\"locale\":\"ko-KR\",\"properties\":{\"timeToLiveHours\":6}}"
            + " | OnlyOneOfUrlsOrContainerOrDataset",
        "{\"displayName\":\"a\",\"locale\":\"ko-KR\",\"contentUrls\":[\"file:///etc/passwd\"],"
            + "\"properties\":{\"timeToLiveHours\":6}} | InvalidRecordingsUri",
        "{\"displayName\":\"a\",\"locale\":\"ko-KR\",\"contentUrls\":[\"http://x/y\"],"
            + "\"properties\":{\"timeToLiveHours\":6,\"punctuationMode\":\"no\"}}"
            + " | InvalidParameterValue"
      })
  void whatIsWrongIsSaidByItsCode(String body, String code) throws Exception {
    HttpResponse<String> answer = http.post("/speechtotext/transcriptions:submit" + DATED, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode document = JSON.readTree(answer.body());
    assertThat(document.path("code").asText()).isEqualTo("InvalidRequest");
    assertThat(document.path("innerError").path("code").asText()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3.0", "2025-10-15"})
  void noOperationFailsWhateverItIsGiven(String version) throws Exception {
    JsonNode described = http.get("/openapi.json?version=" + version);
    String base = described.path("servers").get(0).path("url").asText();
    String query = version.startsWith("v") ? "?filter=a" : "?api-version=" + version + "&skip=x";
    List<String> bodies = List.of("[]", "{\"displayName\":\"\\u0000\"}");
    var paths = described.path("paths").fields();
    while (paths.hasNext()) {
      Map.Entry<String, JsonNode> path = paths.next();
      for (String id : List.of("8d6b1f5e-0000-4000-8000-000000000000", "%27%00")) {
        String url = base + path.getKey().replaceAll("\\{\\w+}", id) + query;
        for (var methods = path.getValue().fieldNames(); methods.hasNext(); ) {
          String method = methods.next().toUpperCase(java.util.Locale.ROOT);
          for (String body : bodies) {
            HttpResponse<String> answer = http.send(method, url, body);
            assertThat(answer.statusCode()).as(method + " " + url + body).isLessThan(500);
          }
        }
      }
    }
  }

  @Test
  void keysSeeOnlyTheirOwnAndMayDoWhatTheirRoleSays() throws Exception {
    Path data = folder.resolveSibling(folder.getFileName() + "-keys");
    try (Service guarded = new Service(options(data, true))) {
      String admin = Files.readString(guarded.firstKey().orElseThrow()).strip();
      Http asAdmin = new Http(guarded.address(), admin);
      assertThat(
              new Http(guarded.address())
                  .send("GET", "/speechtotext/v3.2/projects", null)
                  .statusCode())
          .isEqualTo(401);
      Http one = new Http(guarded.address(), key(asAdmin, "one", "write"));
      Http two = new Http(guarded.address(), key(asAdmin, "two", "write"));
      Http reader = new Http(guarded.address(), key(asAdmin, "reader", "read"));
      String body = "{\"displayName\":\"p\",\"locale\":\"ko-KR\"}";
      JsonNode project = JSON.readTree(one.post("/speechtotext/v3.2/projects", body).body());
      String self = project.path("self").asText();
      assertThat(one.send("GET", self, null).statusCode()).isEqualTo(200);
      assertThat(two.send("GET", self, null).statusCode()).isEqualTo(404);
      assertThat(two.send("PATCH", self, body).statusCode()).isEqualTo(404);
      assertThat(two.get("/speechtotext/v3.2/projects").path("values")).isEmpty();
      assertThat(reader.post("/speechtotext/v3.2/projects", body).statusCode()).isEqualTo(403);
      assertThat(one.send("GET", "/admin/keys", null).statusCode()).isEqualTo(403);
      String token = one.post("/sts/v1.0/issueToken", "").body();
      assertThat(
              new Http(guarded.address())
                  .send("GET", self, null, "Authorization", "Bearer " + token)
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              new Http(guarded.address())
                  .send("GET", self, null, "Authorization", "Bearer " + token + "x")
                  .statusCode())
          .isEqualTo(401);
    }
    try (Service again = new Service(options(data, true))) {
      assertThat(again.firstKey()).isEmpty();
    }
  }

  private static String key(Http admin, String name, String role) throws Exception {
    return JSON.readTree(
            admin
                .post("/admin/keys", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}")
                .body())
        .path("key")
        .asText();
  }

  @Test
  void linksFollowWhatAProxyForwards() throws Exception {
    JsonNode first =
        JSON.readTree(
            http.send(
                    "GET",
                    "/speechtotext/v3.2/models/base?top=1",
                    null,
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Host",
                    "speech.example.com")
                .body());
    assertThat(first.path("@nextLink").asText())
        .startsWith("https://speech.example.com/speechtotext/v3.2/models/base?skip=1");
  }

  @Test
  void theServiceSaysHowItIs() throws Exception {
    assertThat(http.get("/healthz").path("status").asText()).isEqualTo("Healthy");
    HttpResponse<String> metrics = http.send("GET", "/metrics", null);
    assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")))
        .anyMatch(line -> line.startsWith("beamscribe_requests_total{"))
        .allSatisfy(
            line ->
                assertThat(metrics.body())
                    .contains("# HELP " + line.replaceFirst("(_sum|_count)?[ {].*", " ")));
    assertThat(http.send("GET", "/", null).body()).contains("<h1>Beamscribe</h1>");
  }
}
