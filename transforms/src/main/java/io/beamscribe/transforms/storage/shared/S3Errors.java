// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.TooLargeException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.apache.hadoop.fs.s3a.CredentialInitializationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an answer of a store, or none, means for an object. */
final class S3Errors {
  private S3Errors() {}

  static IOException of(S3Address address, SdkException e) {
    return e instanceof AwsServiceException answer
        ? answered(address, answer)
        : e instanceof CredentialInitializationException
            ? because(denied(address, "there are no credentials for the store"), e)
            : unanswered(e);
  }

  private static IOException answered(S3Address address, AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    int status = e.statusCode();
    if (code.equals("InvalidObjectState")) {
      return because(denied(address, "it is archived and must be restored first"), e);
    }
    if (status == 401 || status == 403) {
      boolean plain = code.isEmpty() || code.equals("AccessDenied") || code.equals("403");
      return because(denied(address, plain ? null : "the store answers with " + code), e);
    }
    if (status == 404) {
      return because(new FileNotFoundException(address.toString()), e);
    }
    if (status == 412) {
      return because(
          new FileSystemException(
              address.toString(), null, "the object was replaced while it was read"),
          e);
    }
    String said = "the store answers with " + (code.isEmpty() ? "status " + status : code);
    boolean passes = status >= 500 || status == 408 || status == 429 || e.isThrottlingException();
    return passes || code.equals("RequestTimeout")
        ? new IOException(said, e)
        : because(new ProtocolException(said), e);
  }

  private static IOException denied(S3Address address, @Nullable String reason) {
    return new AccessDeniedException(address.toString(), null, reason);
  }

  private static IOException unanswered(SdkException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof AbortedException || cause instanceof InterruptedException) {
        return because(new InterruptedIOException("interrupted"), e);
      }
      if (cause instanceof UnknownHostException
          || cause instanceof SocketTimeoutException
          || cause instanceof TooLargeException) {
        return (IOException) cause;
      }
    }
    String message = e.getMessage() == null ? "" : e.getMessage();
    return new IOException(
        Addresses.withoutSecretsIn(message.lines().findFirst().orElse("the store is silent")), e);
  }

  private static IOException because(IOException failure, SdkException e) {
    failure.initCause(e);
    return failure;
  }
}
