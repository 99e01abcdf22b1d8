// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address under which a caller sees the service. Immutable. */
final class BaseUrl {
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

  private final Optional<String> fixed;

  /**
   * @param fixed the operator's choice
   */
  BaseUrl(Optional<String> fixed) {
    this.fixed = fixed.map(url -> url.replaceFirst("/+$", ""));
  }

  String of(Context http) {
    return fixed.orElseGet(
        () -> {
          String scheme = first(http, "X-Forwarded-Proto");
          String host = first(http, "X-Forwarded-Host");
          return (scheme.equals("https") || scheme.equals("http") ? scheme : http.scheme())
              + "://"
              + (HOST.matcher(host).matches() ? host : own(http));
        });
  }

  private static String own(Context http) {
    String host = String.valueOf(http.header("Host"));
    return HOST.matcher(host).matches()
        ? host
        : http.req().getLocalName() + ":" + http.req().getLocalPort();
  }

  private static String first(Context http, String header) {
    String value = http.header(header);
    return value == null ? "" : value.replaceFirst(",.*", "").strip();
  }
}
