// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.entities;

import org.jspecify.annotations.Nullable;

/** A request that is refused, as the error document says it. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final @Nullable String inner;
  private final @Nullable String target;
  private final int retryAfterSeconds;

  private ApiException(
      int status,
      String code,
      @Nullable String inner,
      @Nullable String target,
      String message,
      int retryAfterSeconds) {
    super(message);
    this.status = status;
    this.code = code;
    this.inner = inner;
    this.target = target;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /**
   * A request that is wrong.
   *
   * @param inner the detailed code
   * @param target the member or parameter that is wrong; null for none
   */
  public static ApiException invalid(String inner, @Nullable String target, String message) {
    return new ApiException(400, "InvalidRequest", inner, target, message, 0);
  }

  public static ApiException invalidParameter(String target, String message) {
    return new ApiException(400, "InvalidArgument", "InvalidParameterValue", target, message, 0);
  }

  public static ApiException notFound(String what) {
    return new ApiException(404, "NotFound", null, null, what, 0);
  }

  public static ApiException unauthorized(String message) {
    return new ApiException(401, "Unauthorized", null, null, message, 0);
  }

  public static ApiException forbidden(String message) {
    return new ApiException(403, "Forbidden", "Forbidden", null, message, 0);
  }

  public static ApiException conflict(String inner, String message) {
    return new ApiException(409, "Conflict", inner, null, message, 0);
  }

  public static ApiException tooLarge(String message) {
    return new ApiException(413, "InvalidRequest", "InvalidPayload", null, message, 0);
  }

  public static ApiException mediaType(String message) {
    return new ApiException(415, "UnsupportedMediaType", null, null, message, 0);
  }

  public static ApiException unprocessable(String inner, String message) {
    return new ApiException(422, "UnprocessableEntity", inner, null, message, 0);
  }

  public static ApiException tooMany(String message, int seconds) {
    return new ApiException(429, "TooManyRequests", null, null, message, seconds);
  }

  public static ApiException unavailable(String message) {
    return new ApiException(503, "ServiceUnavailable", null, null, message, 5);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public @Nullable String inner() {
    return inner;
  }

  public @Nullable String target() {
    return target;
  }

  /** When to try again; 0 if that will not help. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
