// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of which no more than is allowed can be read. Not thread-safe. */
final class BoundedChannel implements SeekableByteChannel {
  private final SeekableByteChannel file;
  private long left;

  /**
   * @param bytes how many can be read, wherever they are
   */
  BoundedChannel(Path file, long bytes) throws IOException {
    this.file = Files.newByteChannel(file);
    this.left = bytes;
  }

  /** Allows any number of bytes from here on. */
  void allowAll() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    int count = file.read(to);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new IOException("more than is allowed");
    }
    return count;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
