// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.WebAnswer;
import io.beamscribe.speech.http.WebClient;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks up a file on the web by requesting its first byte. */
final class WebFile {
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes \\d+-\\d+/(\\d+)");

  /** The other inputs wait meanwhile. */
  private static final Duration MOST_COUNTING = Duration.ofMinutes(1);

  private WebFile() {}

  static Found find(String address) throws SpeechException {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new SpeechException(ErrorKind.INVALID_URI, "This is no valid address.", e);
    }
    try {
      WebAnswer answer = WebClient.get(uri, "bytes=0-0");
      if (answer.statusCode() == WebClient.PARTIAL && size(answer).isEmpty()) {
        answer.body().close(); // this part does not tell the length of the whole
        answer = WebClient.get(uri, null);
      }
      OptionalLong told = size(answer);
      if (told.orElse(0) < 0) {
        throw new ProtocolException("the server tells a length that no file has");
      }
      long size;
      try (InputStream body = answer.body()) {
        size = told.isPresent() ? told.getAsLong() : counted(body);
      }
      return new Found(address, Addresses.unsigned(address), size, version(answer), true);
    } catch (IOException e) {
      throw refusal(uri.getHost(), e);
    }
  }

  /** The length of a body, which a server may never end. */
  private static long counted(InputStream body) throws IOException {
    long end = System.nanoTime() + MOST_COUNTING.toNanos();
    byte[] some = new byte[64 * 1024];
    long size = 0;
    for (int count = body.read(some); count >= 0; count = body.read(some)) {
      size += count;
      if (System.nanoTime() > end) {
        throw new SocketTimeoutException(
            "the server tells no length, and sends for more than "
                + MOST_COUNTING.toSeconds()
                + " s");
      }
    }
    return size;
  }

  /** Unique if the server reports no version, so that contents are compared instead. */
  private static String version(WebAnswer answer) {
    Optional<String> reported =
        answer.headers().firstValue("ETag").or(() -> answer.headers().firstValue("Last-Modified"));
    return reported
        .map(text -> text.replace("\"", ""))
        .orElseGet(() -> "unknown-" + UUID.randomUUID());
  }

  private static OptionalLong size(WebAnswer answer) throws ProtocolException {
    if (answer.statusCode() == WebClient.EMPTY) {
      return OptionalLong.of(0);
    }
    try {
      if (answer.statusCode() != WebClient.PARTIAL) {
        return answer.headers().firstValueAsLong("Content-Length");
      }
      Matcher range =
          CONTENT_RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
      return range.matches()
          ? OptionalLong.of(Long.parseLong(range.group(1)))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      throw new ProtocolException("the server tells a length that no file has");
    }
  }

  private static SpeechException refusal(String host, IOException e) {
    if (e instanceof HttpConnectTimeoutException) {
      return new SpeechException(ErrorKind.TIMEOUT, host + " does not take connections.", e);
    }
    if (WebClient.isUnreachable(e)) {
      return new SpeechException(ErrorKind.INVALID_URI, host + " cannot be reached.", e);
    }
    return Failures.reading(e);
  }
}
