package io.beamscribe.runners.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a cluster tells over its REST interface.
 *
 * @param address host and port
 */
record FlinkCluster(String address) {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How much a cluster can do at a time.
   *
   * @param free how much of it is not taken
   */
  record Slots(int total, int free) {}

  Slots slots() throws IOException {
    JsonNode overview = get("/overview");
    return new Slots(
        overview.path("slots-total").asInt(), overview.path("slots-available").asInt());
  }

  /** The stack trace of what ended a job, the latest of those with this name. */
  Optional<String> failure(String jobName) throws IOException {
    JsonNode latest = null;
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(jobName)
          && (latest == null
              || job.path("start-time").asLong() > latest.path("start-time").asLong())) {
        latest = job;
      }
    }
    if (latest == null) {
      return Optional.empty();
    }
    String trace =
        get("/jobs/" + latest.path("jid").asText() + "/exceptions").path("root-exception").asText();
    return trace.isEmpty() || trace.equals("null") ? Optional.empty() : Optional.of(trace);
  }

  private JsonNode get(String path) throws IOException {
    HttpClient client =
        HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).connectTimeout(PATIENCE).build();
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create("http://" + address + path))
                  .timeout(PATIENCE)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("it answers with status " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (ConnectException e) {
      throw new IOException("no connection", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
