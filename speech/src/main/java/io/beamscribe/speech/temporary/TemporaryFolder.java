// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A private folder (mode 0700) that is removed with its content when closed. If its process is
 * killed, the next process that creates one in the same place removes it.
 */
public final class TemporaryFolder implements AutoCloseable {
  private static final String NAME = "beamscribe-";

  private final Path path;
  private final @Nullable FolderLock lock;

  private TemporaryFolder(Path path, @Nullable FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Creates one where JNA unpacks its libraries, or else in the folder for temporary files.
   *
   * @param purpose a word in lower case, part of the name
   */
  public static TemporaryFolder create(String purpose) throws IOException {
    String parent = System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
    return create(Path.of(parent), purpose);
  }

  /**
   * Creates one in a folder.
   *
   * @param purpose a word in lower case, part of the name
   */
  public static TemporaryFolder create(Path parent, String purpose) throws IOException {
    LeftFolders.sweep(parent, NAME);
    String own = NAME + purpose + "-" + LeftFolders.OWN;
    while (true) {
      Path path = Files.createTempDirectory(parent, own);
      FolderLock lock = FolderLock.take(path);
      if (!lock.isTaken()) {
        return new TemporaryFolder(path, lock);
      } // else another process took it for left behind in the moment before it was locked
    }
  }

  /** A folder that another process has created; either may remove it. */
  public static TemporaryFolder of(Path path) {
    return new TemporaryFolder(path, null);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    LeftFolders.delete(path);
    if (lock != null) {
      lock.close();
    }
  }
}
