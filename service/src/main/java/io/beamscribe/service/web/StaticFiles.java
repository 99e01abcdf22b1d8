// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The page at / and what belongs to it. */
public final class StaticFiles {
  private StaticFiles() {}

  public static List<Page> pages() {
    return List.of(
        page("/", "page.html", "text/html; charset=utf-8"),
        page("/page.js", "page.js", "text/javascript; charset=utf-8"),
        page("/microphone.js", "microphone.js", "text/javascript; charset=utf-8"),
        page("/watch.js", "watch.js", "text/javascript; charset=utf-8"),
        page("/samples.js", "samples.js", "text/javascript; charset=utf-8"),
        page("/page.css", "page.css", "text/css; charset=utf-8"));
  }

  private static Page page(String path, String file, String type) {
    return new Page(
        HandlerType.GET, path, Optional.empty(), call -> answer(call.http(), file, type));
  }

  /** Answers with one of the files of the page. */
  public static void answer(Context http, String file, String type) throws IOException {
    try (InputStream in = StaticFiles.class.getResourceAsStream(file)) {
      http.header(
              "Content-Security-Policy",
              "default-src 'self'; media-src *; frame-ancestors 'none'; base-uri 'none'")
          .header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "no-referrer")
          .contentType(type)
          .result(in.readAllBytes());
    }
  }
}
