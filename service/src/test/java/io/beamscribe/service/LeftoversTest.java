// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.ServiceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays in the folder of a service, and what does not. */
class LeftoversTest {
  private static final String DATASETS = "/speechtotext/v3.2/datasets";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path data;

  @Test
  void anEndedDatasetLeavesNoWork() throws Exception {
    try (Service service = new Service(ServiceOptions.of(data, "vosk-small-ko"))) {
      Http http = new Http(service.address());
      String good = dataset(http, "안녕하세요");
      String bad = dataset(http, "");
      assertThat(ended(http, good).path("status").asText()).isEqualTo("Succeeded");
      assertThat(ended(http, bad).path("status").asText()).isEqualTo("Failed");
      Awaitility.await().until(() -> files("work").isEmpty());
      assertThat(files("files")).hasSize(2).allMatch(file -> file.toString().contains(id(good)));
    }
  }

  @Test
  void whatAKilledServiceLeftIsDeletedAtTheNextStart() throws Exception {
    String self;
    try (Service service = new Service(ServiceOptions.of(data, "vosk-small-ko"))) {
      Http http = new Http(service.address());
      self = dataset(http, "안녕하세요");
      ended(http, self);
      Awaitility.await().until(() -> files("work").isEmpty());
    }
    List<Path> kept = files("files");
    String gone = UUID.randomUUID().toString();
    left("work", gone);
    left("files", gone);
    left("work", id(self));
    try (Service service = new Service(ServiceOptions.of(data, "vosk-small-ko"))) {
      Awaitility.await().until(() -> files("work").isEmpty() && files("files").equals(kept));
      JsonNode list = new Http(service.address()).get(DATASETS + "/" + id(self) + "/files");
      assertThat(list.path("values")).isNotEmpty();
    }
  }

  @Test
  void filesStayIfTheDatabaseKnowsOfNothing() throws Exception {
    Path file = left("files", UUID.randomUUID().toString());
    try (Service service = new Service(ServiceOptions.of(data, "vosk-small-ko"))) {
      ended(new Http(service.address()), dataset(new Http(service.address()), "안녕하세요"));
      assertThat(file).exists();
    }
  }

  @Test
  void filesStayIfTheDatabaseIsOfAnotherFolder() throws Exception {
    Path one = left("files", UUID.randomUUID().toString());
    Path two = left("files", UUID.randomUUID().toString());
    Path work = left("work", UUID.randomUUID().toString());
    for (int start = 0; start < 2; start++) {
      try (Service service = new Service(ServiceOptions.of(data, "vosk-small-ko"))) {
        ended(new Http(service.address()), dataset(new Http(service.address()), "안녕하세요"));
        assertThat(List.of(one, two, work)).allMatch(Files::exists);
      }
      Files.setLastModifiedTime(
          one.getParent(), FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    }
  }

  private Path left(String kind, String id) throws IOException {
    Path folder = data.resolve(kind).resolve(id.substring(0, 2)).resolve(id);
    Path file = Files.writeString(Files.createDirectories(folder).resolve("left"), "x");
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    return file;
  }

  private List<Path> files(String kind) {
    Path folder = data.resolve(kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String dataset(Http http, String text) throws Exception {
    HttpResponse<String> created =
        http.post(DATASETS, "{\"displayName\":\"x\",\"locale\":\"ko-KR\",\"kind\":\"Language\"}");
    String self = JSON.readTree(created.body()).path("self").asText();
    String blocks = self + "/blocks";
    http.send("PUT", blocks + "?blockid=MDAw", text.isEmpty() ? "\n" : text);
    http.post(blocks + ":commit", "[{\"kind\":\"Latest\",\"id\":\"MDAw\"}]");
    return self;
  }

  private static JsonNode ended(Http http, String self) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> http.get(self),
            each -> List.of("Succeeded", "Failed").contains(each.path("status").asText()));
  }

  private static String id(String self) {
    return self.substring(self.lastIndexOf('/') + 1);
  }
}
