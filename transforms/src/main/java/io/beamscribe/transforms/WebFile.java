package io.beamscribe.transforms;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file on a web server. Requests are GETs with a range, also to learn the size, since a signed
 * address is signed for GET alone. What may pass (a cut line, 429, 5xx) is tried again some times;
 * redirects are followed. Safe for several threads.
 */
final class WebFile {
  private static final Pattern TOTAL = Pattern.compile("bytes \\d+-\\d+/(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final RetryPolicy<Object> RETRY =
      RetryPolicy.builder()
          .handle(IOException.class)
          .abortOn(NoSuchFileException.class, AccessDeniedException.class)
          .withBackoff(Duration.ofMillis(250), Duration.ofSeconds(8))
          .withMaxRetries(5)
          .build();

  /** Made at first use, since listing a folder needs no client. */
  private static final class Client {
    static final HttpClient INSTANCE =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  private final String address;

  WebFile(String address) {
    this.address = address;
  }

  /** Size and version. */
  AudioListing.Found probe() throws IOException {
    return retrying(
        () -> {
          HttpResponse<InputStream> response = get(0, "0");
          response.body().close();
          String version =
              response
                  .headers()
                  .firstValue("etag")
                  .or(() -> response.headers().firstValue("last-modified"))
                  .orElse("");
          String plain = Addresses.withoutSecrets(address);
          return new AudioListing.Found(address, plain, size(response), version, true);
        });
  }

  /** The bytes from a position on; the caller closes the stream. */
  InputStream from(long position) throws IOException {
    HttpResponse<InputStream> response = get(position, "");
    if (response.statusCode() == 200) { // the server knows no ranges
      response.body().skipNBytes(position);
    }
    return response.body();
  }

  static <T> T retrying(dev.failsafe.function.CheckedSupplier<T> request) throws IOException {
    try {
      return Failsafe.with(RETRY).get(request);
    } catch (FailsafeException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw e;
    }
  }

  private HttpResponse<InputStream> get(long from, String to) throws IOException {
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Range", "bytes=" + from + "-" + to)
              .timeout(PATIENCE)
              .build();
    } catch (IllegalArgumentException e) {
      throw new NoSuchFileException("not an address");
    }
    try {
      HttpResponse<InputStream> response =
          Client.INSTANCE.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200 && response.statusCode() != 206) {
        response.body().close();
        throw refused(response.statusCode());
      }
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static IOException refused(int status) {
    return switch (status) {
      case 401, 403 -> new AccessDeniedException("status " + status);
      case 404, 410 -> new NoSuchFileException("status " + status);
      case 416 -> new IOException("the server has no such range");
      default -> new IOException("the server answered with status " + status);
    };
  }

  private static long size(HttpResponse<?> response) {
    Matcher total = TOTAL.matcher(response.headers().firstValue("content-range").orElse(""));
    return total.matches()
        ? Long.parseLong(total.group(1))
        : response.headers().firstValueAsLong("content-length").orElse(-1);
  }
}
