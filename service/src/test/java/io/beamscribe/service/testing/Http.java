// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client, which goes straight to the service. */
public final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "x-boundary-x";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final String base;
  private final String key;

  public Http(String base) {
    this(base, "");
  }

  public Http(String base, String key) {
    this.base = base;
    this.key = key;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send("GET", path, null).body());
  }

  public HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return send(method, path, publisher, "application/json", headers);
  }

  public HttpResponse<String> bytes(String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body), "audio/flac", headers);
  }

  /** Posts a form with files and returns the document that answers it. */
  public JsonNode form(String path, Map<String, String> fields, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (Map.Entry<String, String> each : fields.entrySet()) {
      part(form, each.getKey(), "", each.getValue().getBytes(StandardCharsets.UTF_8));
    }
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      part(form, each.getKey(), "; filename=\"file\"", each.getValue());
    }
    form.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        send(
            "POST",
            path,
            HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()),
            "multipart/form-data; boundary=" + BOUNDARY);
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private static void part(ByteArrayOutputStream form, String name, String more, byte[] content)
      throws IOException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
            .formatted(BOUNDARY, name, more);
    form.write(head.getBytes(StandardCharsets.UTF_8));
    form.write(content);
    form.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String type, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .method(method, body)
            .header("Content-Type", type);
    if (!key.isEmpty()) {
      request.header("Ocp-Apim-Subscription-Key", key);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
