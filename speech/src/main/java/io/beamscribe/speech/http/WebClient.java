// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import dev.failsafe.RetryPolicy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads from web servers, retrying temporary failures. Thread-safe. */
public final class WebClient {
  public static final int PARTIAL = 206;

  /** The status of a range that begins after the end. */
  public static final int EMPTY = 416;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Timeout until the server starts to respond. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** Timeout until the last attempt at a request begins. */
  private static final Duration ATTEMPTS = Duration.ofSeconds(60);

  /** Timeout until the next byte. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Retries RETRIES =
      new Retries(
          RetryPolicy.builder()
              .handle(TransientFailure.class)
              .withMaxRetries(5)
              .withMaxDuration(ATTEMPTS)
              .withBackoff(Duration.ofMillis(300), Duration.ofSeconds(10))
              .withJitter(0.3)
              .build());

  private static final String LOST =
      "it redirects in a circle, to no web address, or from https to http";

  /** Made at first use: it reads all the certificates of the JVM. */
  private static final class Client {
    static final HttpClient SHARED =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  private WebClient() {}

  /** The client of this JVM, with its connections. */
  public static HttpClient shared() {
    return Client.SHARED;
  }

  /** Whether a response with this status may succeed at the next attempt. */
  public static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** Whether no server responds at all; then a retry will not help either. */
  public static boolean isUnreachable(@Nullable Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof UnknownHostException;
  }

  /**
   * Requests a range, which the server may ignore. Ends within two minutes.
   *
   * @param range null for the whole
   * @return with status 200, 206 or 416
   * @throws FileNotFoundException if there is nothing
   * @throws AccessDeniedException if it may not be read
   * @throws SocketTimeoutException if the server is silent
   * @throws ProtocolException if the address leads to no file, and will not at the next attempt
   */
  public static WebAnswer get(URI address, @Nullable String range) throws IOException {
    return RETRIES.call(() -> attempt(address, range));
  }

  private static WebAnswer attempt(URI address, @Nullable String range)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response = response(address, range);
    int status = response.statusCode();
    if (status == 200 || status == PARTIAL || status == EMPTY) {
      return new WebAnswer(status, response.headers(), new TimelyStream(response.body(), PATIENCE));
    }
    response.body().close();
    String host = address.getHost();
    if (status == 404 || status == 410) {
      throw new FileNotFoundException(host + " answers with status " + status);
    }
    if (status == 401 || status == 403) {
      throw new AccessDeniedException(host);
    }
    String refusal = host + " answers with status " + status;
    if (mayPass(status)) {
      throw new TransientFailure(new IOException(refusal));
    }
    throw new ProtocolException(status / 100 == 3 ? LOST : refusal);
  }

  private static HttpResponse<InputStream> response(URI address, @Nullable String range)
      throws IOException, InterruptedException {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER);
      if (range != null) {
        request.header("Range", range);
      }
      return Client.SHARED.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw isUnreachable(e)
          ? e
          : caused(
              new SocketTimeoutException("No answer came for " + ANSWER.toSeconds() + " s"), e);
    } catch (IOException e) {
      if (e.getCause() instanceof UncheckedIOException) {
        throw caused(new ProtocolException(LOST), e);
      }
      throw isUnreachable(e) ? e : new TransientFailure(e);
    } catch (NumberFormatException e) {
      throw caused(new ProtocolException("the server tells a length that no file has"), e);
    } catch (IllegalArgumentException e) {
      // What its message quotes of an address may be secret.
      throw caused(new ProtocolException("it names no host and port that can be asked"), e);
    }
  }

  private static IOException caused(IOException failure, Exception cause) {
    failure.initCause(cause);
    return failure;
  }
}
