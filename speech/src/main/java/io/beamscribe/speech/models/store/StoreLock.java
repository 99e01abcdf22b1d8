// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock on one place of the store, among threads and among processes. The system releases the lock
 * of a process that dies, so none is ever left behind.
 */
final class StoreLock {
  /** File locks belong to the process, so its threads need locks of their own. */
  private static final Leases<Path, ReentrantLock> THREADS =
      new Leases<>(Retention.none(), lock -> {});

  private final Lease<ReentrantLock> thread;
  private final FileChannel channel;

  private StoreLock(Lease<ReentrantLock> thread, FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /** Waits until it is free; {@code waiting} runs once if that is not at once. */
  static StoreLock acquire(Path file, Runnable waiting) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    Lease<ReentrantLock> thread =
        THREADS.share(file.toAbsolutePath().normalize(), ReentrantLock::new);
    FileChannel channel = null;
    try {
      boolean waited = !thread.value().tryLock();
      if (waited) {
        waiting.run();
        thread.value().lockInterruptibly();
      }
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        if (!waited) {
          waiting.run();
        }
        channel.lock();
      }
      return new StoreLock(thread, channel);
    } catch (IOException | RuntimeException | InterruptedException e) {
      if (channel != null) {
        channel.close();
      }
      release(thread);
      throw e;
    }
  }

  void release() throws IOException {
    try {
      channel.close();
    } finally {
      release(thread);
    }
  }

  private static void release(Lease<ReentrantLock> thread) {
    if (thread.value().isHeldByCurrentThread()) {
      thread.value().unlock();
    }
    thread.close();
  }
}
