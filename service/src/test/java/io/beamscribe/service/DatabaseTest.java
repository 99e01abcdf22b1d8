// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Databases;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.Receiver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service on each database: what clients see is the same. */
class DatabaseTest {
  private static final String ENDPOINTS = "/speechtotext/v3.2/endpoints";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Service service(String url) throws Exception {
    ServeOptions options = PipelineOptionsFactory.as(ServeOptions.class);
    options.setData(folder.resolve("data").toString());
    options.setDatabase(url);
    options.setPort(0);
    options.setAllowNetworks(List.of("127.0.0.0/8"));
    return new Service(options);
  }

  private static JsonNode created(Http http, String path, String body) throws Exception {
    return JSON.readTree(http.post(path, body).body());
  }

  private static List<String> names(Http http, String filter) throws Exception {
    String query = URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
    return Stream.of(http.get(ENDPOINTS + "?filter=" + query).path("values"))
        .flatMap(values -> Stream.iterate(0, i -> i < values.size(), i -> i + 1).map(values::get))
        .map(each -> each.path("displayName").asText())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void workIsDoneAndListsAreFiltered(Databases kind) throws Exception {
    String url = kind.fresh(folder);
    String self;
    try (Service service = service(url);
        Receiver receiver = new Receiver("s")) {
      Http http = new Http(service.address());
      created(
          http,
          "/speechtotext/v3.2/webhooks",
          "{\"displayName\":\"h\",\"webUrl\":\""
              + receiver.address()
              + "\",\"events\":{\"endpointCompletion\":true},"
              + "\"properties\":{\"secret\":\"s\"}}");
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !receiver.events().isEmpty());
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> http.get("/speechtotext/v3.2/webhooks").toString().contains("\"Succeeded\""));
      self =
          created(http, ENDPOINTS, "{\"displayName\":\"it's é\",\"locale\":\"ko-KR\"}")
              .path("self")
              .asText();
      created(http, ENDPOINTS, "{\"displayName\":\"two\",\"locale\":\"en-US\"}");
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> receiver.events().size() == 3);
      String time = http.get(self).path("createdDateTime").asText();
      assertThat(names(http, "createdDateTime ge " + time)).contains("it's é", "two");
      assertThat(names(http, "createdDateTime eq " + time)).contains("it's é");
      assertThat(names(http, "createdDateTime ne " + time)).doesNotContain("it's é");
      assertThat(names(http, "createdDateTime gt " + time)).doesNotContain("it's é");
      assertThat(names(http, "createdDateTime le " + time)).contains("it's é");
      assertThat(names(http, "createdDateTime lt " + time)).isEmpty();
      assertThat(names(http, "lastActionDateTime ge " + time)).hasSize(2);
      assertThat(names(http, "displayName eq 'it''s é'")).containsExactly("it's é");
      assertThat(names(http, "status eq 'succeeded' and not (locale eq 'ko-KR')"))
          .containsExactly("two");
      assertThat(names(http, "description eq '' or status eq 'Failed'")).hasSize(2);
      assertThat(http.send("DELETE", self, null).statusCode()).isEqualTo(204);
      assertThat(names(http, "")).containsExactly("two");
    }
    try (Service again = service(url)) {
      Http http = new Http(again.address());
      assertThat(names(http, "")).containsExactly("two");
      assertThat(http.get("/healthz").path("status").asText()).isEqualTo("Healthy");
    }
  }
}
