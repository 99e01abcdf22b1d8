// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A private folder (mode 0700) that is removed with its content when closed. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** Creates one where JNA unpacks its libraries, or else in the folder for temporary files. */
  public static TemporaryFolder create(String prefix) throws IOException {
    String parent = System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
    return new TemporaryFolder(Files.createTempDirectory(Path.of(parent), prefix));
  }

  /** A folder that another process has created; either may remove it. */
  public static TemporaryFolder of(Path path) {
    return new TemporaryFolder(path);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
      List<Path> entries;
      try (Stream<Path> list = Files.list(path)) {
        entries = list.toList();
      }
      for (Path entry : entries) {
        delete(entry);
      }
    }
    Files.deleteIfExists(path);
  }
}
