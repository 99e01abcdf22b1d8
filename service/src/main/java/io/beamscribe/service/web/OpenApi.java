// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of the API, a document for each version, made of the routes. Immutable. */
public final class OpenApi {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final List<Route> routes;
  private final JsonNode schemas;

  public OpenApi(List<Route> routes) {
    this.routes = List.copyOf(routes);
    try (InputStream in = OpenApi.class.getResourceAsStream("schemas.json")) {
      this.schemas = Jsons.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with the document of the version that {@code version} names; else the newest. */
  void answer(Call call) {
    String label = call.query("version");
    ApiVersion version =
        label.isEmpty()
            ? ApiVersion.D2025_10_15
            : Arrays.stream(ApiVersion.values())
                .filter(each -> each.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("There is no such version."));
    ObjectNode document = Jsons.object().put("openapi", "3.0.3");
    document
        .putObject("info")
        .put("title", "Beamscribe speech to text")
        .put("version", version.label());
    document
        .putArray("servers")
        .addObject()
        .put("url", call.base() + "/speechtotext" + (version.dated() ? "" : "/" + version.label()));
    ObjectNode paths = document.putObject("paths");
    routes.stream()
        .filter(route -> route.versions().contains(version))
        .forEach(route -> add(paths, route, version));
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas);
    components
        .putObject("securitySchemes")
        .putObject("key")
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", "Ocp-Apim-Subscription-Key");
    document.putArray("security").addObject().putArray("key");
    call.answer(200, document);
  }

  private void add(ObjectNode paths, Route route, ApiVersion version) {
    ObjectNode operation =
        paths.withObject("/" + escaped(route.path())).putObject(lower(route.method()));
    operation.put("summary", route.summary());
    operation.put("operationId", (lower(route.method()) + route.path()).replaceAll("\\W+", "_"));
    ArrayNode parameters = operation.putArray("parameters");
    Matcher names = PARAMETER.matcher(route.path());
    while (names.find()) {
      ObjectNode parameter = parameter(parameters, names.group(1), "path", true, "string");
      if (names.group(1).endsWith("d")) {
        parameter.withObject("/schema").put("format", "uuid");
      }
    }
    if (version.dated()) {
      ObjectNode named = parameter(parameters, "api-version", "query", true, "string");
      named.withObject("/schema").putArray("enum").add(version.label());
    }
    if (route.method().equals("GET") && route.answer().endsWith("s")) {
      parameter(parameters, "skip", "query", false, "integer");
      parameter(parameters, "top", "query", false, "integer");
      parameter(parameters, "filter", "query", false, "string");
    }
    if (route.body().equals("Bytes")) {
      parameter(parameters, "blockid", "query", true, "string");
    }
    body(operation, route);
    ObjectNode responses = operation.putObject("responses");
    response(responses, "default", "An error", "Error");
    ObjectNode good = responses.putObject("2XX").put("description", "Success");
    if (schemas.has(route.answer())) {
      good.putObject("content")
          .putObject("application/json")
          .putObject("schema")
          .put("$ref", "#/components/schemas/" + route.answer());
    }
  }

  /** A slash is part of the name, not of a pointer to it. */
  private static String escaped(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  private static String lower(String method) {
    return method.toLowerCase(Locale.ROOT);
  }

  private void body(ObjectNode operation, Route route) {
    if (route.body().isEmpty()) {
      return;
    }
    String type =
        switch (route.body()) {
          case "Transcribe", "Upload" -> "multipart/form-data";
          case "Bytes" -> "application/octet-stream";
          default -> "application/json";
        };
    ObjectNode body = operation.putObject("requestBody").put("required", true);
    ObjectNode schema = body.putObject("content").putObject(type).putObject("schema");
    if (schemas.has(route.body())) {
      schema.put("$ref", "#/components/schemas/" + route.body());
    } else {
      schema.put("type", "object");
    }
  }

  private static void response(ObjectNode to, String status, String text, String schema) {
    to.putObject(status)
        .put("description", text)
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
  }

  private static ObjectNode parameter(
      ArrayNode all, String name, String in, boolean required, String type) {
    ObjectNode parameter = all.addObject().put("name", name).put("in", in);
    parameter.put("required", required).putObject("schema").put("type", type);
    return parameter;
  }
}
