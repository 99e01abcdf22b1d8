// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.Web;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
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
    ServeOptions options = PipelineOptionsFactory.as(ServeOptions.class);
    options.setData(folder.resolve(name).toString());
    options.setPort(0);
    options.setModel("vosk-small-ko");
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
}
