// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.beamscribe.service.access.Caller;
import io.beamscribe.service.access.Gate;
import io.beamscribe.service.access.RequestLimit;
import io.beamscribe.service.access.Role;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Route;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.websocket.WsConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the operations of the API over HTTP. Thread-safe. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Logger AUDIT = LoggerFactory.getLogger("beamscribe.audit");
  private static final String ROOT = "/speechtotext";
  private static final long MOST_BODY = 16L << 20;

  /** The attribute of sockets in which their {@link Caller} is. */
  public static final String SOCKET_CALLER = "socket.caller";

  private final Javalin javalin;
  private final Gate gate;
  private final RequestLimit limit;
  private final BaseUrl base;

  /**
   * Builds a server, which does not listen yet.
   *
   * @param pages handlers outside of the versions
   */
  public Server(
      ServerSettings settings,
      List<Route> routes,
      List<Page> pages,
      Gate gate,
      RequestLimit limit,
      Metrics metrics) {
    this.gate = gate;
    this.limit = limit;
    this.base = new BaseUrl(settings.publicUrl());
    this.javalin = Javalin.create(config -> configure(config, settings));
    addRoutes(routes);
    pages.forEach(
        page ->
            javalin.addHttpHandler(
                page.method(),
                page.path(),
                http -> page.handler().handle(call(http, ApiVersion.D2025_10_15, page.role()))));
    javalin.exception(ApiException.class, (e, http) -> ErrorDocuments.answer(http, e));
    javalin.exception(
        HttpResponseException.class,
        (e, http) ->
            ErrorDocuments.answer(
                http, e.getStatus(), codeOf(e.getStatus()), String.valueOf(e.getMessage())));
    javalin.exception(
        Exception.class,
        (e, http) -> {
          LOG.error("{} {} failed", http.method(), http.path(), e);
          ErrorDocuments.answer(http, 500, "InternalServerError", "The service failed.");
        });
    javalin.before(http -> http.attribute("since", System.nanoTime()));
    javalin.after(
        http -> {
          Long since = http.attribute("since");
          metrics.count(
              http.method().name(),
              http.statusCode(),
              since == null ? 0 : System.nanoTime() - since);
          audit(http);
        });
  }

  /**
   * Adds WebSockets, whose callers need keys as others do.
   *
   * @param admission is asked before the upgrade; throws to refuse it
   */
  public void socket(
      String path, Role role, Consumer<Caller> admission, Consumer<WsConfig> sockets) {
    javalin.wsBeforeUpgrade(
        path,
        http -> {
          Caller caller = call(http, ApiVersion.D2025_10_15, role).caller();
          admission.accept(caller);
          http.attribute(SOCKET_CALLER, caller);
        });
    javalin.ws(path, sockets);
  }

  private static void configure(JavalinConfig config, ServerSettings settings) {
    config.showJavalinBanner = false;
    config.router.caseInsensitiveRoutes = true;
    config.router.ignoreTrailingSlashes = true;
    config.http.maxRequestSize = MOST_BODY;
    config.http.defaultContentType = "application/json; charset=utf-8";
    config.http.generateEtags = false;
    config.http.disableCompression();
    settings.connect(config);
  }

  /** One handler for each path, which looks for the version. */
  private void addRoutes(List<Route> routes) {
    Map<String, Map<ApiVersion, Route>> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      for (ApiVersion version : route.versions()) {
        String prefix = version.dated() ? ROOT : ROOT + "/" + version.label();
        paths
            .computeIfAbsent(
                route.method() + " " + prefix + route.path(), key -> new LinkedHashMap<>())
            .put(version, route);
      }
    }
    paths.forEach(
        (key, versions) -> {
          String[] parts = key.split(" ", 2);
          javalin.addHttpHandler(
              HandlerType.valueOf(parts[0]), parts[1], http -> serve(http, versions));
        });
  }

  private void serve(Context http, Map<ApiVersion, Route> versions) throws Exception {
    ApiVersion version = versions.keySet().iterator().next();
    if (version.dated()) {
      String label = query(http, "api-version");
      version =
          ApiVersion.ofQuery(label)
              .orElseThrow(
                  () ->
                      ApiException.invalid(
                          "InvalidParameterValue",
                          "api-version",
                          "There is no API version of that name; use 2024-11-15 or 2025-10-15."));
    }
    Route route = versions.get(version);
    if (route == null) {
      throw ApiException.notFound(
          "Version " + version.label() + " of the API has no such operation.");
    }
    route.handler().handle(call(http, version, route.role()));
  }

  private Call call(Context http, ApiVersion version, Optional<Role> role) {
    Caller caller = Caller.LOCAL;
    if (role.isPresent()) {
      caller = gate.caller(key(http), token(http));
      http.attribute("caller", caller.key());
      limit.count(caller);
      if (caller.role().compareTo(role.get()) < 0) {
        throw ApiException.forbidden(
            "This key may not do that: it takes the role " + role.get().label() + ".");
      }
    }
    return new Call(http, caller, version, base.of(http));
  }

  private Call call(Context http, ApiVersion version, Role role) {
    return call(http, version, Optional.of(role));
  }

  private static String key(Context http) {
    String header = http.header("Ocp-Apim-Subscription-Key");
    return header != null && !header.isEmpty()
        ? header
        : Optional.of(query(http, "Ocp-Apim-Subscription-Key"))
            .filter(key -> !key.isEmpty())
            .orElseGet(() -> query(http, "subscription-key"));
  }

  private static String token(Context http) {
    String header = String.valueOf(http.header("Authorization"));
    return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : "";
  }

  private static String query(Context http, String name) {
    return http.queryParamMap().entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name) && !each.getValue().isEmpty())
        .map(each -> each.getValue().get(0))
        .findFirst()
        .orElse("");
  }

  /** Who did what, without anything that is secret: queries may be. */
  private static void audit(Context http) {
    if (AUDIT.isInfoEnabled() && !http.method().equals(HandlerType.GET)) {
      AUDIT.info(
          "{} {} {} {}",
          http.attributeOrCompute("caller", any -> "-"),
          http.method(),
          http.path().replaceAll("[^\\x20-\\x7e]", "?"),
          http.statusCode());
    }
  }

  private static String codeOf(int status) {
    return switch (status) {
      case 404 -> "NotFound";
      case 405 -> "NotAllowed";
      case 413 -> "InvalidRequest";
      case 415 -> "UnsupportedMediaType";
      case 503 -> "ServiceUnavailable";
      default -> status >= 500 ? "InternalServerError" : "InvalidRequest";
    };
  }

  /** Begins to listen. */
  public void start() {
    javalin.start();
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
