// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.Web;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that follow one another in a JVM, or are there at the same time. */
class TwoServicesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATED = "?api-version=2024-11-15";
  private static final Path AUDIO = Path.of("../testdata/speech/korean-1.flac");

  @TempDir Path folder;

  private Service service(String name) throws Exception {
    ServeOptions options = ServiceOptions.of(folder.resolve(name), "vosk-small-ko");
    options.setAllowNetworks(List.of("127.0.0.0/8"));
    return new Service(options);
  }

  private static JsonNode created(Http http, String path, String body, int status)
      throws Exception {
    HttpResponse<String> answer = http.post("/speechtotext" + path + DATED, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private static JsonNode ended(Http http, String self) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> http.get(self),
            each -> List.of("Succeeded", "Failed").contains(each.path("status").asText()));
  }

  private static void transcribes(Service service, Web web) throws Exception {
    Http http = new Http(service.address());
    JsonNode begun =
        created(
            http,
            "/transcriptions:submit",
            "{\"displayName\":\"x\",\"locale\":\"ko-KR\",\"contentUrls\":[\""
                + web.address("a.flac")
                + "\"],\"properties\":{\"timeToLiveHours\":6}}",
            201);
    JsonNode done = ended(http, begun.path("self").asText());
    assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("Succeeded");
    JsonNode files = http.get(done.path("links").path("files").asText()).path("values");
    assertThat(files).as(files.toString()).hasSize(2);
  }

  @Test
  void audioIsFetchedThroughTheServiceThatIsOpen() throws Exception {
    try (Web web = new Web(AUDIO)) {
      Service first = service("first");
      try (Service second = service("second")) {
        transcribes(first, web);
        first.close();
        transcribes(second, web);
      }
      try (Service third = service("third")) {
        transcribes(third, web);
      }
    }
  }

  private static String authorization(Http target) throws Exception {
    return created(target, "/models:authorizecopy", "{\"sourceResourceId\":\"x\"}", 200).toString();
  }

  @Test
  void aModelIsCopiedToTheServiceThatAuthorizedIt() throws Exception {
    try (Service first = service("from");
        Service second = service("to")) {
      Http source = new Http(first.address());
      Http target = new Http(second.address());
      JsonNode model = trained(source);
      String id = model.path("self").asText().replaceFirst("[?].*", "").replaceFirst(".*/", "");
      String authorization = authorization(target);
      JsonNode begun = created(source, "/models/" + id + ":copy", authorization, 202);
      JsonNode done = ended(source, begun.path("self").asText());
      assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("Succeeded");
      JsonNode copy = ended(target, done.path("result").path("link").asText());
      assertThat(copy.path("status").asText()).as(copy.toString()).isEqualTo("Succeeded");
      assertThat(copy.path("displayName").asText()).isEqualTo("m");
      assertThat(contents(target, copy)).isEqualTo(contents(source, model)).isNotEmpty();

      // An authorization is for one copy.
      JsonNode again =
          ended(
              source,
              created(source, "/models/" + id + ":copy", authorization, 202).path("self").asText());
      assertThat(again.path("status").asText()).isEqualTo("Failed");
      assertThat(again.path("error").path("message").asText()).contains("was used");

      // What was not authorized, or has names that lead elsewhere, is refused.
      JsonNode refused =
          ended(
              source,
              created(
                      source,
                      "/models/" + id + ":copy",
                      authorization(target).replaceFirst("\"id\":\"", "$0x"),
                      202)
                  .path("self")
                  .asText());
      assertThat(refused.path("status").asText()).isEqualTo("Failed");
      assertThat(refused.path("error").path("message").asText()).contains("not authorized");
      String offer =
          "{\"authorization\":\"%s\",\"version\":\"2024-11-15\",\"displayName\":\"m\","
              + "\"locale\":\"ko-KR\",\"files\":[{\"name\":\"../../x\",\"contentUrl\":\"%s\"}]}";
      HttpResponse<String> taken =
          target.post(
              "/modelcopies",
              offer.formatted(
                  JSON.readTree(authorization(target)).path("id").asText(),
                  first.address() + "/healthz"));
      assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
      JsonNode harmful = ended(target, JSON.readTree(taken.body()).path("self").asText());
      assertThat(harmful.path("status").asText()).isEqualTo("Failed");
      assertThat(harmful.path("properties").path("error").path("code").asText())
          .isEqualTo("InvalidModel");
    }
  }

  private static JsonNode trained(Http http) throws Exception {
    String base = "";
    for (JsonNode each :
        http.get("/speechtotext/models/base" + DATED + "&top=1000").path("values")) {
      if (each.path("displayName").asText().equals("vosk-small-ko")) {
        base = each.path("self").asText();
      }
    }
    JsonNode model =
        JSON.readTree(
            http.post(
                    "/speechtotext/v3.2/models",
                    "{\"displayName\":\"m\",\"locale\":\"ko-KR\",\"baseModel\":{\"self\":\""
                        + base
                        + "\"},\"text\":\"오늘 날씨가 좋습니다\"}")
                .body());
    JsonNode done = ended(http, model.path("self").asText());
    assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("Succeeded");
    String id = done.path("self").asText().replaceFirst(".*/", "");
    return http.get("/speechtotext/models/" + id + DATED);
  }

  /** The files of a model, each with the digest of its content. */
  private static Map<String, String> contents(Http http, JsonNode model) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    for (JsonNode file :
        http.get(model.path("links").path("manifest").asText()).path("modelFiles")) {
      URL address = new URL(file.path("contentUrl").asText());
      // Files of models are larger than the memory of a test.
      try (InputStream content = address.openConnection(Proxy.NO_PROXY).getInputStream()) {
        contents.put(file.path("name").asText(), DigestUtils.sha256Hex(content));
      }
    }
    return contents;
  }
}
