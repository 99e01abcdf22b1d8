// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * One value of {@code --input}.
 *
 * @param text as given
 * @param folder absolute folder below which paths are kept
 * @param kind what the value stands for
 */
record InputPattern(String text, String folder, Kind kind) {
  enum Kind {
    FILE,
    FOLDER,
    PATTERN
  }

  /**
   * Parses a value. An existing file or folder of exactly this name takes precedence over a
   * pattern.
   */
  static InputPattern parse(String text) {
    if (Addresses.isWeb(text)) {
      return new InputPattern(text, parent(text), Kind.FILE);
    }
    if (!Addresses.isLocal(text)) {
      return parseStored(text);
    }
    String local = Addresses.localPath(text);
    try {
      Path path = LocalAddress.path(text);
      if (Files.isDirectory(path)) {
        return new InputPattern(text, absolute(local), Kind.FOLDER);
      }
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) || !Globs.isPattern(local)) {
        return new InputPattern(text, parent(absolute(local)), Kind.FILE);
      }
      return new InputPattern(text, absolute(fixedFolder(local)), Kind.PATTERN);
    } catch (InvalidPathException e) {
      return new InputPattern(text, "/", Kind.FILE);
    }
  }

  private static InputPattern parseStored(String text) {
    if (Globs.isPattern(text)) {
      return new InputPattern(text, fixedFolder(text), Kind.PATTERN);
    }
    return text.endsWith("/")
        ? new InputPattern(text, text, Kind.FOLDER)
        : new InputPattern(text, parent(text), Kind.FILE);
  }

  /** The part before the first wildcard, up to its last slash. */
  private static String fixedFolder(String pattern) {
    String fixed = Globs.beforeWildcards(pattern);
    int slash = fixed.lastIndexOf('/');
    return slash < 0 ? "." : slash == 0 ? "/" : fixed.substring(0, slash);
  }

  /** The fixed folder as typed, not made absolute. */
  String fixedFolder() {
    return fixedFolder(Addresses.localPath(text));
  }

  /** What the addresses of all files in object storage begin with that the value may mean. */
  String prefix() {
    return kind == Kind.PATTERN ? Globs.beforeWildcards(text) : text;
  }

  static String absolute(String path) {
    return Path.of(Addresses.localPath(path)).toAbsolutePath().normalize().toString();
  }

  private static String parent(String address) {
    String plain = Addresses.withoutSecrets(address);
    int slash = plain.lastIndexOf('/');
    return slash <= 0 ? "/" : plain.substring(0, slash);
  }
}
