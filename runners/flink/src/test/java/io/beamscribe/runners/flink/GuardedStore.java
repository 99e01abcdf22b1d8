// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import io.beamscribe.transforms.storage.StorageCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A store that requires its own credentials and verifies signatures. */
final class GuardedStore implements AutoCloseable {
  private static final String ALL =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final S3Server server;

  private GuardedStore(S3Server server) {
    this.server = server;
  }

  static GuardedStore start(Path log) throws Exception {
    return new GuardedStore(S3Server.start(log));
  }

  /** The server; accessible without credentials until {@link #guard}. */
  S3Server server() {
    return server;
  }

  URI endpoint() {
    return server.endpoint();
  }

  /** Creates a user, whose credentials do not expire. */
  StorageCredentials user() throws Exception {
    ask("iam", "CreateUser", Map.of("UserName", "user"));
    ask(
        "iam",
        "PutUserPolicy",
        Map.of("UserName", "user", "PolicyName", "all", "PolicyDocument", ALL));
    String answer = ask("iam", "CreateAccessKey", Map.of("UserName", "user"));
    return StorageCredentials.of(value(answer, "AccessKeyId"), value(answer, "SecretAccessKey"));
  }

  /** Starts a session, whose credentials expire. */
  StorageCredentials session() throws Exception {
    ask("iam", "CreateRole", Map.of("RoleName", "role", "AssumeRolePolicyDocument", ALL));
    ask(
        "iam",
        "PutRolePolicy",
        Map.of("RoleName", "role", "PolicyName", "all", "PolicyDocument", ALL));
    String answer =
        ask(
            "sts",
            "AssumeRole",
            Map.of("RoleArn", "arn:aws:iam::123456789012:role/role", "RoleSessionName", "job"));
    return StorageCredentials.ofSession(
        value(answer, "AccessKeyId"),
        value(answer, "SecretAccessKey"),
        value(answer, "SessionToken"));
  }

  /** Requires credentials from now on. */
  void guard() throws Exception {
    allowUnasked("0");
  }

  /** Requires no credentials from now on. */
  void open() throws Exception {
    allowUnasked("inf");
  }

  private void allowUnasked(String requests) throws Exception {
    send(
        HttpRequest.newBuilder(endpoint().resolve("/moto-api/reset-auth"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(requests)));
  }

  private String ask(String service, String action, Map<String, String> parameters)
      throws Exception {
    Map<String, String> form = new TreeMap<>(parameters);
    form.put("Action", action);
    form.put("Version", service.equals("iam") ? "2010-05-08" : "2011-06-15");
    return send(
        HttpRequest.newBuilder(endpoint().resolve("/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            // Tells the server which service is meant.
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=none"
                    .formatted(service))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&")))));
  }

  private String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.body());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String value(String xml, String name) {
    Matcher matcher = Pattern.compile("<%s>([^<]+)<".formatted(name)).matcher(xml);
    if (!matcher.find()) {
      throw new IllegalArgumentException(xml);
    }
    return matcher.group(1);
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
