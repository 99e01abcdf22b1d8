// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A message of a client: lines of headers and a body. Names of headers are in lower case.
 *
 * @param body text in UTF-8, or audio
 */
record ClientMessage(Map<String, String> headers, byte[] body) {
  private static final int MOST_HEADER = 8192;

  /** Parses a text message: headers, an empty line, and the body. */
  static ClientMessage ofText(String text) throws FrameException {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new FrameException("A text message has no empty line after its headers.");
    }
    return new ClientMessage(
        headers(text.substring(0, end)), text.substring(end + 4).getBytes(StandardCharsets.UTF_8));
  }

  /** Parses a binary message: two bytes of length, headers of that length, and the body. */
  static ClientMessage ofBinary(byte[] bytes, int offset, int length) throws FrameException {
    if (length < 2) {
      throw new FrameException("A binary message is shorter than the length of its headers.");
    }
    ByteBuffer all = ByteBuffer.wrap(bytes, offset, length);
    int headerLength = all.getShort() & 0xFFFF;
    if (headerLength > all.remaining() || headerLength > MOST_HEADER) {
      throw new FrameException("A binary message ends within its headers.");
    }
    byte[] header = new byte[headerLength];
    all.get(header);
    byte[] body = new byte[all.remaining()];
    all.get(body);
    return new ClientMessage(headers(new String(header, StandardCharsets.UTF_8)), body);
  }

  private static Map<String, String> headers(String block) throws FrameException {
    if (block.length() > MOST_HEADER) {
      throw new FrameException("The headers of a message are too long.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : block.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      } else if (!line.isBlank()) {
        throw new FrameException("A header of a message has no colon.");
      }
    }
    if (headers.getOrDefault("path", "").isEmpty()) {
      throw new FrameException("A message has no Path.");
    }
    return headers;
  }

  /** What it is about, in lower case. */
  String path() {
    return headers.getOrDefault("path", "").toLowerCase(Locale.ROOT);
  }

  /** The turn that it belongs to, as the client spells it; empty if it does not say. */
  String requestId() {
    return headers.getOrDefault("x-requestid", "");
  }

  /** Whether it says what the body is; the first message of audio does. */
  boolean hasContentType() {
    return headers.containsKey("content-type");
  }
}
