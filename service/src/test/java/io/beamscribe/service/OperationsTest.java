// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.Receiver;
import io.beamscribe.service.testing.ServiceOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation that the description of a version names is called, and answers as it should. */
class OperationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAMED = "{\"displayName\":\"n\",\"locale\":\"ko-KR\"";
  private static final String PATCH = "{\"displayName\":\"m\",\"customProperties\":{\"a\":\"b\"}}";
  private static final String NOTHING = "8d6b1f5e-0000-4000-8000-000000000000";

  @TempDir Path folder;

  private Http http;
  private String version;
  private final TreeSet<String> called = new TreeSet<>();

  private boolean dated() {
    return version.startsWith("2");
  }

  private String address(String path) {
    return dated()
        ? "/speechtotext" + path + (path.contains("?") ? "&" : "?") + "api-version=" + version
        : "/speechtotext/" + version + path;
  }

  /** Calls an operation whose parameters in braces are the values, in order. */
  private JsonNode call(int status, String method, String path, String body, String... values)
      throws Exception {
    String filled = path;
    for (String value : values) {
      filled = filled.replaceFirst("\\{\\w+}", value);
    }
    HttpResponse<String> answer = http.send(method, address(filled), body);
    assertThat(answer.statusCode())
        .as(method + " " + filled + ": " + answer.body())
        .isEqualTo(status);
    called.add(method + " " + path.replaceFirst("[?].*", ""));
    return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
  }

  private String created(String path, String more) throws Exception {
    JsonNode entity = call(201, "POST", path, NAMED + more + "}");
    return id(entity);
  }

  private static String id(JsonNode entity) {
    return entity.path("self").asText().replaceFirst("[?].*", "").replaceFirst(".*/", "");
  }

  private void awaitEnd(String path) throws Exception {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                List.of("Succeeded", "Failed")
                    .contains(http.get(address(path)).path("status").asText()));
  }

  private void entity(String kind, String id) throws Exception {
    assertThat(call(200, "GET", "/" + kind, null).path("values")).isNotEmpty();
    assertThat(id(call(200, "GET", "/" + kind + "/{id}", null, id))).isEqualTo(id);
    JsonNode patched = call(200, "PATCH", "/" + kind + "/{id}", PATCH, id);
    assertThat(patched.path("displayName").asText()).isEqualTo("m");
    assertThat(patched.path("customProperties").path("a").asText()).isEqualTo("b");
  }

  private void files(String kind, String id) throws Exception {
    JsonNode files = call(200, "GET", "/" + kind + "/{id}/files", null, id).path("values");
    String file = files.isEmpty() ? NOTHING : id(files.get(0));
    int status = files.isEmpty() ? 404 : 200;
    call(status, "GET", "/" + kind + "/{id}/files/{fileId}", null, id, file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3.0", "v3.1", "v3.2", "2024-11-15", "2025-10-15"})
  void eachIsThereAndAnswers(String name) throws Exception {
    version = name;
    ServeOptions options = ServiceOptions.of(folder.resolve("data"), "vosk-small-ko");
    options.setAllowNetworks(List.of("127.0.0.0/8"));
    try (Service service = new Service(options);
        Receiver receiver = new Receiver("s")) {
      http = new Http(service.address());
      JsonNode described = http.get("/openapi.json?version=" + version);
      TreeSet<String> all = new TreeSet<>();
      described
          .path("paths")
          .fields()
          .forEachRemaining(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          method ->
                              all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
      boolean projects = all.contains("GET /projects");
      for (String kind :
          List.of("transcriptions", "datasets", "models", "evaluations", "endpoints")) {
        assertThat(call(200, "GET", "/" + kind + "/locales", null)).isNotEmpty();
      }
      String project = projects ? projects() : "";
      transcriptions();
      String dataset = datasets();
      String model = models(dataset);
      endpoints();
      evaluations();
      hooks(receiver);
      if (all.contains("GET /healthstatus")) {
        assertThat(call(200, "GET", "/healthstatus", null).path("status").asText())
            .isEqualTo("Healthy");
      }
      call(409, "DELETE", "/datasets/{id}", null, dataset);
      call(204, "DELETE", "/models/{id}", null, model);
      call(204, "DELETE", "/datasets/{id}", null, dataset);
      if (projects) {
        call(204, "DELETE", "/projects/{id}", null, project);
      }
      assertThat(called).isEqualTo(all);
    }
  }

  private String projects() throws Exception {
    call(200, "GET", "/projects/locales", null);
    String id = created("/projects", "");
    entity("projects", id);
    for (String kind :
        List.of("evaluations", "datasets", "endpoints", "models", "transcriptions")) {
      call(200, "GET", "/projects/{id}/" + kind, null, id);
    }
    return id;
  }

  private void transcriptions() throws Exception {
    String id =
        created(
            dated() ? "/transcriptions:submit" : "/transcriptions",
            ",\"contentUrls\":[\"http://10.0.0.1/a.wav\"],\"properties\":"
                + (dated() ? "{\"timeToLiveHours\":6}" : "{}"));
    entity("transcriptions", id);
    awaitEnd("/transcriptions/" + id);
    files("transcriptions", id);
    call(204, "DELETE", "/transcriptions/{id}", null, id);
    if (dated()) {
      call(415, "POST", "/transcriptions:transcribe", "{}");
    }
  }

  private String datasets() throws Exception {
    if (!dated()) {
      JsonNode upload =
          http.form(
              address("/datasets/upload"),
              Map.of("displayName", "u", "locale", "ko-KR", "kind", "Language"),
              Map.of("data", "one line\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      called.add("POST /datasets/upload");
      assertThat(upload.path("status").asText()).isEqualTo("NotStarted");
    }
    String content = version.equals("v3.0") ? ",\"contentUrl\":\"http://127.0.0.1:1/a\"" : "";
    String id = created("/datasets", ",\"kind\":\"Language\"" + content);
    entity("datasets", id);
    if (!version.equals("v3.0")) {
      String blocks = "/datasets/{id}/blocks";
      call(201, "PUT", blocks + "?blockid=AAAA", "a line\n", id);
      assertThat(call(200, "GET", blocks, null, id).path("uncommittedBlocks")).hasSize(1);
      call(200, "POST", blocks + ":commit", "[{\"kind\":\"Latest\",\"id\":\"AAAA\"}]", id);
    }
    awaitEnd("/datasets/" + id);
    files("datasets", id);
    if (version.equals("v3.0")) {
      call(204, "DELETE", "/datasets/{id}", null, id);
      id = id(http.get(address("/datasets")).path("values").get(0));
      awaitEnd("/datasets/" + id);
    }
    return id;
  }

  private String models(String dataset) throws Exception {
    JsonNode base = call(200, "GET", "/models/base", null).path("values").get(0);
    call(200, "GET", "/models/base/{id}", null, id(base));
    call(200, "GET", "/models/base/{id}/manifest", null, id(base));
    String self = http.get(address("/datasets/" + dataset)).path("self").asText();
    JsonNode whisper = base("whisper-base");
    String id =
        created(
            "/models",
            ",\"baseModel\":{\"self\":\""
                + whisper.path("self").asText()
                + "\"},\"datasets\":[{\"self\":\""
                + self
                + "\"}]");
    entity("models", id);
    awaitEnd("/models/" + id);
    call(200, "GET", "/models/{id}/manifest", null, id);
    if (version.equals("v3.0")) {
      call(400, "POST", "/models/{id}/copyto", "{}", id);
      return id;
    }
    files("models", id);
    call(200, "POST", "/models:authorizecopy", "{\"sourceResourceId\":\"here\"}");
    call(400, "POST", "/models/{id}:copy", "{}", id);
    if (!dated()) {
      call(400, "POST", "/models/{id}:copyto", "{}", id);
    }
    call(404, "GET", "/operations/models/copy/{id}", null, NOTHING);
    return id;
  }

  private JsonNode base(String name) throws Exception {
    for (JsonNode each : http.get(address("/models/base?top=1000")).path("values")) {
      if (each.path("displayName").asText().contains(name)) {
        return each;
      }
    }
    throw new AssertionError("no base model " + name);
  }

  private void endpoints() throws Exception {
    String id = created("/endpoints", "");
    entity("endpoints", id);
    if (!dated()) {
      for (String logs :
          List.of("/endpoints/{id}/files/logs", "/endpoints/base/{locale}/files/logs")) {
        String of = logs.contains("base") ? "ko-KR" : id;
        call(200, "GET", logs, null, of);
        call(202, "DELETE", logs + "?endDate=2026-01-01", null, of);
        call(404, "GET", logs + "/{logId}", null, of, "2026-01-01_000000__x_wav");
        call(204, "DELETE", logs + "/{logId}", null, of, "2026-01-01_000000__x_wav");
      }
    }
    call(204, "DELETE", "/endpoints/{id}", null, id);
  }

  private void evaluations() throws Exception {
    String model = base("vosk-small-ko").path("self").asText();
    String dataset =
        id(
            call(
                201,
                "POST",
                "/datasets",
                NAMED + ",\"kind\":\"Acoustic\",\"contentUrl\":\"http://127.0.0.1:1/a.zip\"}"));
    String self = http.get(address("/datasets/" + dataset)).path("self").asText();
    awaitEnd("/datasets/" + dataset);
    String models = "";
    for (String name : List.of("model1", "model2")) {
      models += ",\"" + name + "\":{\"self\":\"" + model + "\"}";
    }
    String id = created("/evaluations", models + ",\"dataset\":{\"self\":\"" + self + "\"}");
    entity("evaluations", id);
    awaitEnd("/evaluations/" + id);
    files("evaluations", id);
    call(204, "DELETE", "/evaluations/{id}", null, id);
  }

  private void hooks(Receiver receiver) throws Exception {
    JsonNode hook =
        call(
            201,
            "POST",
            "/webhooks",
            "{\"displayName\":\"h\",\"webUrl\":\""
                + receiver.address()
                + "\",\"events\":{\"endpointCompletion\":true},\"properties\":{\"secret\":\"s\"}}");
    String id = id(hook);
    String to = version.equals("v3.0") ? "/" : ":";
    entity("webhooks", id);
    call(202, "POST", "/webhooks/{id}" + to + "ping", "", id);
    call(204, "POST", "/webhooks/{id}" + to + "test", "", id);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> receiver.events().size() == 2);
    call(204, "DELETE", "/webhooks/{id}", null, id);
  }
}
