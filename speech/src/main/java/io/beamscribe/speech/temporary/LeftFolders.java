// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Removes temporary folders that killed processes have left, once per process and place. */
final class LeftFolders {
  /**
   * Part of the names of this process' own folders, which it must not look at. The id alone is not
   * enough: a container that is started again has the same.
   */
  static final String OWN =
      ProcessHandle.current().pid()
          + "-"
          + ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L)
          + "-";

  /** A folder without a lock may be one that is just being created. */
  private static final Duration UNLOCKED = Duration.ofMinutes(1);

  /** Places that this process has swept: once is enough, whatever jobs it runs. */
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

  private LeftFolders() {}

  /**
   * @param name how names of temporary folders begin; what follows is a purpose, the process and a
   *     number
   */
  static void sweep(Path parent, String name) {
    if (!SWEPT.add(parent.toAbsolutePath())) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, name + "*")) {
      for (Path folder : folders) {
        String rest = folder.getFileName().toString().substring(name.length());
        if (rest.matches("[a-z]+-\\d+-\\d+-\\d+") && !rest.matches("[a-z]+-" + OWN + "\\d+")) {
          sweep(folder);
        }
      }
    } catch (IOException | RuntimeException e) {
      return; // another user's, or gone already
    }
  }

  private static void sweep(Path folder) {
    try (FolderLock lock = FolderLock.takeLeft(folder)) {
      if (!lock.isTaken()) {
        delete(folder);
      }
    } catch (NoSuchFileException e) {
      deleteOld(folder);
    } catch (IOException e) {
      return; // as above
    }
  }

  private static void deleteOld(Path folder) {
    try {
      long age = System.currentTimeMillis() - Files.getLastModifiedTime(folder).toMillis();
      if (age > UNLOCKED.toMillis()) {
        delete(folder);
      }
    } catch (IOException e) {
      return; // as above
    }
  }

  /**
   * Deletes a folder with its content, if it exists; follows no links. Others may delete in it at
   * the same time, as libraries do when the program ends.
   */
  static void delete(Path path) throws IOException {
    if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
      List<Path> entries;
      try (Stream<Path> list = Files.list(path)) {
        entries = list.toList();
      } catch (NoSuchFileException e) {
        return;
      }
      for (Path entry : entries) {
        delete(entry);
      }
    }
    Files.deleteIfExists(path);
  }
}
