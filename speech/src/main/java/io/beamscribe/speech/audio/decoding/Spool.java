// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decoded samples on disk. The file is already unlinked: the system frees its space when it is
 * closed or this process ends in any way. Not a {@link java.nio.channels.FileChannel}, which one
 * interrupted thread would close for all.
 */
final class Spool implements AutoCloseable {
  private final RandomAccessFile file;

  Spool(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "beamscribe-spool-", ".pcm");
    try {
      file = new RandomAccessFile(path.toFile(), "rw");
    } finally {
      Files.delete(path);
    }
  }

  void append(byte[] bytes, int length) throws IOException {
    file.write(bytes, 0, length);
  }

  /** Appends all of another. */
  void append(Spool other) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(256 * 1024);
    long position = 0;
    for (int count = other.readAt(0, block); count > 0; count = other.readAt(position, block)) {
      append(block.array(), count);
      position += count;
      block.clear();
    }
  }

  long size() throws IOException {
    return file.length();
  }

  /** Reads bytes from a position on; negative at the end. */
  synchronized int readAt(long position, ByteBuffer to) throws IOException {
    file.seek(position);
    int count = file.read(to.array(), to.arrayOffset() + to.position(), to.remaining());
    to.position(to.position() + Math.max(0, count));
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
