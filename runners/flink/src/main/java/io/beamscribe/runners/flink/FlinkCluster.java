// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * The REST interface of a cluster.
 *
 * @param address host and port
 */
record FlinkCluster(String address) {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String SHARED = "beamscribe-flink-shared.jar";
  private static final Set<String> WORKING =
      Set.of("INITIALIZING", "CREATED", "RUNNING", "RESTARTING", "RECONCILING");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shared: each client has threads of its own, and reading the counters takes many requests. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).connectTimeout(PATIENCE).build();

  /**
   * The task slots of a cluster.
   *
   * @param free number of slots that no job uses
   */
  record Slots(int total, int free) {}

  Slots slots() throws IOException {
    JsonNode overview = get("/overview");
    return new Slots(
        overview.path("slots-total").asInt(), overview.path("slots-available").asInt());
  }

  /** Whether its address is one of this machine, which it may be forwarded to. */
  boolean isOnThisMachine() {
    try {
      InetAddress host = InetAddress.getByName(address.substring(0, address.lastIndexOf(':')));
      return host.isLoopbackAddress() || NetworkInterface.getByInetAddress(host) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the shared jar is on the class path of the JobManager, and so of all its workers. */
  boolean hasShared() throws IOException {
    for (JsonNode path : get("/jobmanager/environment").path("classpath")) {
      if (path.asText().endsWith("/" + SHARED)) {
        return true;
      }
    }
    return false;
  }

  /** The stack trace of what failed the latest job with this name. */
  Optional<String> failure(String jobName) throws IOException {
    Optional<String> job = job(jobName);
    if (job.isEmpty()) {
      return Optional.empty();
    }
    String trace = get("/jobs/" + job.get() + "/exceptions").path("root-exception").asText();
    return trace.isEmpty() || trace.equals("null") ? Optional.empty() : Optional.of(trace);
  }

  /**
   * The counters of a namespace in the latest job with this name, by name, summed over subtasks; as
   * fresh as the cluster's web page, at most ten seconds old.
   */
  Map<String, Long> counters(String jobName, String namespace) throws IOException {
    Map<String, Long> counters = new HashMap<>();
    Optional<String> job = job(jobName);
    if (job.isEmpty()) {
      return counters;
    }
    String mark = "." + namespace + "_";
    for (JsonNode vertex : get("/jobs/" + job.get()).path("vertices")) {
      String metrics =
          "/jobs/" + job.get() + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      StringJoiner ids = new StringJoiner(",");
      for (JsonNode metric : get(metrics)) {
        String id = metric.path("id").asText();
        if (id.contains(mark)) {
          ids.add(URLEncoder.encode(id, StandardCharsets.UTF_8));
        }
      }
      if (ids.length() > 0) {
        for (JsonNode metric : get(metrics + "?agg=sum&get=" + ids)) {
          String id = metric.path("id").asText();
          counters.merge(
              id.substring(id.lastIndexOf(mark) + mark.length()),
              metric.path("sum").asLong(),
              Long::sum);
        }
      }
    }
    return counters;
  }

  /** A job that is neither over nor about to be, by its name and id. */
  record Working(String name, String id) {}

  /** The first working job that is meant. */
  Optional<Working> working(Predicate<String> names) throws IOException {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      String name = job.path("name").asText();
      if (WORKING.contains(job.path("state").asText()) && names.test(name)) {
        String id = job.path("jid").asText();
        return Optional.of(new Working(name, id));
      }
    }
    return Optional.empty();
  }

  /** The state of a job, in Flink's words. */
  String state(String id) throws IOException {
    return get("/jobs/" + id).path("state").asText();
  }

  void cancel(String id) throws IOException {
    send("/jobs/" + id + "?mode=cancel", "PATCH", HttpURLConnection.HTTP_ACCEPTED);
  }

  private Optional<String> job(String name) throws IOException {
    JsonNode latest = null;
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)
          && (latest == null
              || job.path("start-time").asLong() > latest.path("start-time").asLong())) {
        latest = job;
      }
    }
    return Optional.ofNullable(latest).map(job -> job.path("jid").asText());
  }

  private JsonNode get(String path) throws IOException {
    return JSON.readTree(send(path, "GET", HttpURLConnection.HTTP_OK));
  }

  private String send(String path, String method, int success) throws IOException {
    try {
      HttpResponse<String> response =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create("http://" + address + path))
                  .timeout(PATIENCE)
                  .method(method, HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != success) {
        throw new IOException("it answers with status " + response.statusCode());
      }
      return response.body();
    } catch (ConnectException e) {
      throw new IOException("no connection", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
