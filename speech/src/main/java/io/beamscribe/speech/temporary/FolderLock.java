// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a folder that the system frees when its process ends in any way, and that holds between
 * containers, unlike the id of a process. Must not be looked at by the process that holds it:
 * closing any other channel to the file would free the lock.
 */
final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final @Nullable FileChannel channel;
  private final boolean taken;

  private FolderLock(@Nullable FileChannel channel, boolean taken) {
    this.channel = channel;
    this.taken = taken;
  }

  /** Takes the lock of a folder of one's own. Where the file system has no locks there is none. */
  static FolderLock take(Path folder) {
    try {
      return open(
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException e) {
      return new FolderLock(null, false);
    }
  }

  /**
   * Takes the lock that a dead process has left.
   *
   * @throws NoSuchFileException if the folder has none
   */
  static FolderLock takeLeft(Path folder) throws NoSuchFileException {
    try {
      return open(FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return new FolderLock(null, true);
    }
  }

  private static FolderLock open(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new FolderLock(channel, false);
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return new FolderLock(null, true);
  }

  /** Whether another process holds it. */
  boolean isTaken() {
    return taken;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
