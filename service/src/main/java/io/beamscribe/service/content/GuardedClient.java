// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Requests to addresses that callers give, all through the guard. Thread-safe. */
public final class GuardedClient {
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final AddressRules rules;
  private final HttpClient client;

  /**
   * @param guard sends requests through {@link EgressProxy}
   */
  public GuardedClient(AddressRules rules, ProxySelector guard) {
    this.rules = rules;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(guard)
            .build();
  }

  /**
   * Parses an address that a caller gives.
   *
   * @throws IllegalArgumentException if it is none of the web
   */
  public static URI web(String address) {
    URI uri = URI.create(address.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getUserInfo() != null
        || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("It is no http or https address.");
    }
    return uri;
  }

  /**
   * Checks the host of an address, as the guard will do again.
   *
   * @throws IOException if it has no address or one that is not allowed
   */
  public void check(URI address) throws IOException {
    rules.resolve(address.getHost());
  }

  /** Sends a request whose answer is small. */
  public HttpResponse<byte[]> send(HttpRequest request, int most) throws IOException {
    check(request.uri());
    HttpResponse<InputStream> response = stream(request);
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("The answer is too long.");
      }
      return new Answer(response, bytes);
    }
  }

  /**
   * Downloads a file.
   *
   * @param most size in bytes
   * @throws IOException if it is longer or cannot be read, with a sentence for people
   */
  public void download(URI address, Path file, long most) throws IOException {
    check(address);
    HttpResponse<InputStream> response =
        stream(HttpRequest.newBuilder(address).timeout(ANSWER).build());
    try (InputStream body = response.body()) {
      if (response.headers().firstValue(EgressProxy.UNREACHED).isPresent()) {
        throw new IOException(address.getHost() + " cannot be reached.");
      }
      if (response.statusCode() != 200) {
        throw new IOException(
            address.getHost() + " answers with status " + response.statusCode() + ".");
      }
      try (var out = Files.newOutputStream(file)) {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
          size += count;
          if (size > most) {
            throw new IOException("The file is longer than " + most + " bytes.");
          }
          out.write(buffer, 0, count);
        }
      }
    }
  }

  private HttpResponse<InputStream> stream(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** A response that was read. */
  private record Answer(HttpResponse<InputStream> response, byte[] body)
      implements HttpResponse<byte[]> {
    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public HttpRequest request() {
      return response.request();
    }

    @Override
    public java.util.Optional<HttpResponse<byte[]>> previousResponse() {
      return java.util.Optional.empty();
    }

    @Override
    public java.net.http.HttpHeaders headers() {
      return response.headers();
    }

    @Override
    public java.util.Optional<javax.net.ssl.SSLSession> sslSession() {
      return response.sslSession();
    }

    @Override
    public URI uri() {
      return response.uri();
    }

    @Override
    public HttpClient.Version version() {
      return response.version();
    }
  }
}
