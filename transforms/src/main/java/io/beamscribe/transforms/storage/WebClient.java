package io.beamscribe.transforms.storage;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.time.Duration;

/** Asks servers of the web for bytes; what may pass is tried again. Thread-safe. */
public final class WebClient {
  public static final int PARTIAL = 206;

  /** What a server says of a range that begins behind the end. */
  public static final int EMPTY = 416;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Until the server begins to answer. */
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private static final RetryPolicy<Object> RETRIES =
      RetryPolicy.builder()
          .handle(Passing.class)
          .withMaxRetries(5)
          .withBackoff(Duration.ofMillis(300), Duration.ofSeconds(10))
          .withJitter(0.3)
          .build();

  /** Made at first use: it reads all the certificates of the JVM. */
  private static final class Client {
    static final HttpClient SHARED =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  private WebClient() {}

  /**
   * Asks for a range, which the server may not heed.
   *
   * @return with status 200, 206 or 416
   * @throws FileNotFoundException where there is nothing
   * @throws AccessDeniedException where it may not be read
   */
  public static HttpResponse<InputStream> get(URI address, String range) throws IOException {
    try {
      return Failsafe.with(RETRIES).get(() -> attempt(address, range));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof Passing passing) {
        throw passing.cause();
      }
      throw e.getCause() instanceof IOException io ? io : new IOException("interrupted", e);
    }
  }

  private static HttpResponse<InputStream> attempt(URI address, String range)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(ANSWER).header("Range", range).build();
    HttpResponse<InputStream> response;
    try {
      response = Client.SHARED.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw new Passing(e);
    }
    int status = response.statusCode();
    if (status == 200 || status == PARTIAL || status == EMPTY) {
      return response;
    }
    response.body().close();
    String host = address.getHost();
    if (status == 404 || status == 410) {
      throw new FileNotFoundException(host + " answers with status " + status);
    }
    if (status == 401 || status == 403) {
      throw new AccessDeniedException(host);
    }
    IOException refusal = new IOException(host + " answers with status " + status);
    throw status == 408 || status == 429 || status >= 500 ? new Passing(refusal) : refusal;
  }

  /** A failure that may be gone at the next try. */
  private static final class Passing extends IOException {
    private static final long serialVersionUID = 1L;

    Passing(IOException cause) {
      super(cause);
    }

    IOException cause() {
      return (IOException) getCause();
    }
  }
}
