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
   * Creates one where native libraries can be unpacked: in the folder that {@code jna.tmpdir}
   * names, otherwise in the one for temporary files, or in the cache if that will not do.
   *
   * @param purpose a word in lower case, part of the name
   * @throws IOException a sentence, if no folder will do
   */
  public static TemporaryFolder create(String purpose) throws IOException {
    return create(ProgramFolder.find(), purpose);
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
