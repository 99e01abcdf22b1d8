// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.service.access.Caller;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Jsons;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One request: who calls, in which version of the API, and under which address the service is seen.
 *
 * @param base scheme, host and port, without a slash at the end
 */
public record Call(Context http, Caller caller, ApiVersion version, String base) {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The id in the path. */
  public String id() {
    return id("id");
  }

  /**
   * An id in the path.
   *
   * @throws ApiException if it is none
   */
  public String id(String name) {
    String id = http.pathParam(name).toLowerCase(Locale.ROOT);
    if (!UUID.matcher(id).matches()) {
      throw ApiException.notFound("There is nothing with the id " + Printable.of(id) + ".");
    }
    return id;
  }

  /** A parameter of the query, in whatever case; empty if it is not given. */
  public String query(String name) {
    return http.queryParamMap().entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name) && !each.getValue().isEmpty())
        .map(each -> each.getValue().get(0))
        .findFirst()
        .orElse("");
  }

  /** A number of the query. */
  public int number(String name, int otherwise, int least, int most) {
    String text = query(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= Integer.MAX_VALUE) {
        return (int) Math.min(most, number);
      }
    } catch (NumberFormatException e) {
      // as any other
    }
    throw ApiException.invalidParameter(name, name + " must be an integer from " + least + " on.");
  }

  /** The body as JSON. */
  public Input body() {
    return Input.of(http.bodyAsBytes());
  }

  /** Answers with a document. */
  public void answer(int status, JsonNode document) {
    http.status(status)
        .contentType("application/json; charset=utf-8")
        .result(Jsons.bytes(document));
  }

  /** The address of something in this API, in this version. */
  public String link(String path) {
    return Links.of(base, version, path);
  }

  /** The parameters of the query, for an address like this one. */
  public Map<String, String> parameters() {
    return http.queryParamMap().entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .collect(
            Collectors.toMap(Map.Entry::getKey, each -> each.getValue().get(0), (one, two) -> one));
  }
}
