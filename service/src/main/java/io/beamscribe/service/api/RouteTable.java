// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import io.beamscribe.service.access.Role;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.request.Handler;
import io.beamscribe.service.request.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects the operations. Not thread-safe. */
final class RouteTable {
  static final Set<ApiVersion> ALL = EnumSet.allOf(ApiVersion.class);
  static final Set<ApiVersion> OLD = EnumSet.of(ApiVersion.V3_0, ApiVersion.V3_1, ApiVersion.V3_2);
  static final Set<ApiVersion> DATED = EnumSet.of(ApiVersion.D2024_11_15, ApiVersion.D2025_10_15);
  static final Set<ApiVersion> FROM_3_1 = EnumSet.complementOf(EnumSet.of(ApiVersion.V3_0));
  static final Set<ApiVersion> ONLY_3_0 = EnumSet.of(ApiVersion.V3_0);
  static final Set<ApiVersion> ONLY_3_1 = EnumSet.of(ApiVersion.V3_1, ApiVersion.V3_2);
  static final Set<ApiVersion> PROJECTS = EnumSet.complementOf(EnumSet.of(ApiVersion.D2024_11_15));

  private final List<Route> routes = new ArrayList<>();

  void get(String path, Set<ApiVersion> versions, String summary, String answer, Handler handler) {
    add("GET", path, versions, Role.READ, summary, "", answer, handler);
  }

  void write(
      String method,
      String path,
      Set<ApiVersion> versions,
      String summary,
      String body,
      String answer,
      Handler handler) {
    add(method, path, versions, Role.WRITE, summary, body, answer, handler);
  }

  private void add(
      String method,
      String path,
      Set<ApiVersion> versions,
      Role role,
      String summary,
      String body,
      String answer,
      Handler handler) {
    List<ApiVersion> all = Arrays.stream(ApiVersion.values()).filter(versions::contains).toList();
    routes.add(new Route(method, path, all, role, summary, body, answer, handler));
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }
}
