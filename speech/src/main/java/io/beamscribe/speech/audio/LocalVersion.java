// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What tells the content of a local file from another, without reading it: the time of its last
 * modification, which programs set as they like, the time of its last change of any kind, which
 * only the system sets, and its inode.
 */
public final class LocalVersion {
  private LocalVersion() {}

  /**
   * The version of a file; of its target if it is a link.
   *
   * @param known its attributes
   */
  public static String of(Path file, BasicFileAttributes known) throws IOException {
    String modified = Long.toString(known.lastModifiedTime().toMillis());
    Map<String, Object> attributes;
    try {
      attributes = Files.readAttributes(file, "unix:ctime,ino");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return modified; // a system without them
    }
    return modified
        + "-"
        + requireNonNull((FileTime) attributes.get("ctime")).to(TimeUnit.NANOSECONDS)
        + "-"
        + attributes.get("ino");
  }
}
