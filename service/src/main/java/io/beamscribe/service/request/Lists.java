// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists in pages. */
public final class Lists {
  public static final int TOP = 100;
  public static final int MOST_TOP = 1000;

  private Lists() {}

  public static int skip(Call call) {
    return call.number("skip", 0, 0, Integer.MAX_VALUE - MOST_TOP);
  }

  public static int top(Call call) {
    return call.number("top", TOP, 1, MOST_TOP);
  }

  /**
   * A page of a list as a document.
   *
   * @param path of the list
   */
  public static <T> ObjectNode document(
      Call call, String path, Page<T> page, Function<T, ? extends JsonNode> view) {
    ObjectNode document = Jsons.object();
    ArrayNode values = document.putArray("values");
    page.values().forEach(value -> values.add(view.apply(value)));
    if (page.more()) {
      document.put("@nextLink", next(call, path));
    }
    return document;
  }

  private static String next(Call call, String path) {
    String kept =
        call.parameters().entrySet().stream()
            .filter(each -> isKept(each.getKey().toLowerCase(Locale.ROOT)))
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return call.link(
        path
            + "?skip="
            + (skip(call) + top(call))
            + "&top="
            + top(call)
            + (kept.isEmpty() ? "" : "&" + kept));
  }

  private static boolean isKept(String name) {
    return !Map.of("skip", 1, "top", 1, "api-version", 1).containsKey(name)
        && !name.contains("key");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
