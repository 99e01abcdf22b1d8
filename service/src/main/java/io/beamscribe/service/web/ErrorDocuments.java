// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Jsons;
import io.javalin.http.Context;

/** Error documents. */
final class ErrorDocuments {
  private ErrorDocuments() {}

  static void answer(Context http, ApiException error) {
    ObjectNode document = Jsons.object();
    document.put("code", error.code()).put("message", error.getMessage());
    if (error.target() != null) {
      document.put("target", error.target());
    }
    if (error.inner() != null) {
      document
          .putObject("innerError")
          .put("code", error.inner())
          .put("message", error.getMessage());
    }
    if (error.retryAfterSeconds() > 0) {
      http.header("Retry-After", String.valueOf(error.retryAfterSeconds()));
    }
    if (error.status() == 401) {
      http.header("WWW-Authenticate", "Bearer");
    }
    http.status(error.status())
        .contentType("application/json; charset=utf-8")
        .result(Jsons.bytes(document));
  }

  static void answer(Context http, int status, String code, String message) {
    http.status(status)
        .contentType("application/json; charset=utf-8")
        .result(Jsons.bytes(Jsons.object().put("code", code).put("message", message)));
  }
}
