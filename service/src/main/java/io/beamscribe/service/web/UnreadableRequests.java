// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.beamscribe.service.entities.Jsons;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * Error documents for what never reaches the API, as it is no HTTP, or an address that is not safe
 * to read. Thread-safe.
 */
final class UnreadableRequests extends ErrorHandler {
  private static final String JSON = "application/json; charset=utf-8";
  private static final int FAILURE = 500;

  @Override
  public ByteBuffer badMessageError(
      int status, @Nullable String reason, HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, JSON);
    return ByteBuffer.wrap(document(status, reason));
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String reason = (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    response.setContentType(JSON);
    response.getOutputStream().write(document(response.getStatus(), reason));
    base.setHandled(true);
  }

  private static byte[] document(int status, @Nullable String reason) {
    boolean failed = status == FAILURE;
    String sentence =
        failed
            ? "The service failed."
            : "The request cannot be read" + (isName(status, reason) ? "." : ": " + reason + ".");
    return Jsons.bytes(
        Jsons.object()
            .put("code", failed ? "InternalServerError" : "InvalidRequest")
            .put("message", sentence));
  }

  /** Whether a reason says no more than the status does. */
  private static boolean isName(int status, @Nullable String reason) {
    return reason == null || reason.equals(HttpStatus.getMessage(status));
  }
}
