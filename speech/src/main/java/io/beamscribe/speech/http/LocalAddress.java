// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses of files on this machine: paths as they are, and file URIs, where {@code %20} is a
 * space. A name need not be text: on Linux it is any bytes, and those that are not UTF-8 can only
 * be written in a URI, as in {@code caf%E9.wav}.
 */
public final class LocalAddress {
  private static final Pattern SCHEME =
      Pattern.compile("^file:(//localhost/+|/+)", Pattern.CASE_INSENSITIVE);

  /** What stands for bytes that are not text. */
  private static final char UNKNOWN = '\ufffd';

  /** Characters that stand for themselves in URIs. */
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private LocalAddress() {}

  /** Whether an address is a file URI. */
  static boolean isUri(String address) {
    return address.regionMatches(true, 0, "file:/", 0, 6);
  }

  /**
   * The names that lead to a file, outermost first; as they are written in the URI where they are
   * not text.
   */
  static List<String> names(String uri) {
    return rawNames(uri).map(name -> decoded(name).orElse(name)).toList();
  }

  /**
   * The path that an address names.
   *
   * @throws InvalidPathException if it names none
   */
  public static Path path(String address) {
    if (!isUri(address)) {
      return Path.of(address);
    }
    List<String> raw = rawNames(address).toList();
    if (raw.stream().allMatch(name -> decoded(name).isPresent() || !isEscaped(name))) {
      return Path.of("/" + String.join("/", names(address)));
    }
    return Path.of(
        URI.create(
            raw.stream()
                .map(LocalAddress::escaped)
                .collect(Collectors.joining("/", "file:///", ""))));
  }

  /** Whether an address names something that exists. */
  public static boolean exists(String address) {
    try {
      return Files.exists(path(address));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether an address names a file that exists. */
  public static boolean isFile(String address) {
    return exists(address) && Files.isRegularFile(path(address));
  }

  /** Whether an address names a folder that exists. */
  public static boolean isFolder(String address) {
    return exists(address) && Files.isDirectory(path(address));
  }

  /**
   * Whether an address names what is there and is neither a file nor a folder: a pipe, a device.
   */
  public static boolean isSpecial(String address) {
    return exists(address)
        && !Files.isRegularFile(path(address))
        && !Files.isDirectory(path(address));
  }

  /** The address of a path: the path itself, or a URI if it is not text. */
  public static String of(Path path) {
    String text = path.toString();
    if (text.indexOf(UNKNOWN) < 0) {
      return text;
    }
    try {
      return Path.of(text).equals(path) ? text : path.toUri().toString();
    } catch (InvalidPathException e) {
      return path.toUri().toString();
    }
  }

  /** The address of a path that is written in these bytes, in whatever encoding. */
  public static String ofBytes(byte[] path) {
    StringBuilder uri = new StringBuilder("file://");
    if (path.length == 0 || path[0] != '/') {
      uri.append(Path.of("").toAbsolutePath().toUri().getRawPath());
    }
    for (byte each : path) {
      if (each == '/' || PLAIN.indexOf(each) >= 0) {
        uri.append((char) each);
      } else {
        uri.append('%').append(HEX.toHexDigits(each));
      }
    }
    return uri.toString();
  }

  private static Stream<String> rawNames(String uri) {
    return Stream.of(SCHEME.matcher(uri).replaceFirst("").split("/"))
        .filter(name -> !name.isEmpty());
  }

  private static boolean isEscaped(String name) {
    return name.matches("([^%]|%[0-9a-fA-F]{2})*");
  }

  /** The text of a name in a URI; empty if it is not text, or not written as in a URI. */
  private static Optional<String> decoded(String name) {
    if (!isEscaped(name)) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); ) {
      if (name.charAt(i) == '%') {
        bytes.write(Integer.parseInt(name.substring(i + 1, i + 3), 16));
        i += 3;
      } else {
        String character = Character.toString(name.codePointAt(i));
        bytes.writeBytes(character.getBytes(StandardCharsets.UTF_8));
        i += character.length();
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A name as in a URI, whose own escapes stay. */
  private static String escaped(String name) {
    return isEscaped(name)
        ? Stream.of(name.split("(?=%)|(?<=%[0-9a-fA-F]{2})"))
            .map(part -> part.startsWith("%") ? part : encoded(part))
            .collect(Collectors.joining())
        : encoded(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
