// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads a file of known size that lies elsewhere. Not thread-safe. */
abstract class ReadChannel implements SeekableByteChannel {
  private final long size;
  private long position;
  private boolean open = true;

  ReadChannel(long size) {
    this.size = size;
  }

  /** Reads some bytes at the position, at least one where there is room; there are some. */
  abstract int readSome(ByteBuffer to) throws IOException;

  /** Gives up what reading holds; harmless if repeated. */
  abstract void release() throws IOException;

  @Override
  public final int read(ByteBuffer to) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (position >= size) {
      return -1;
    }
    int count = readSome(to);
    position += count;
    return count;
  }

  @Override
  public final long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long target) throws IOException {
    position = target;
    return this;
  }

  @Override
  public final long size() {
    return size;
  }

  @Override
  public final boolean isOpen() {
    return open;
  }

  @Override
  public final void close() throws IOException {
    open = false;
    release();
  }

  @Override
  public final int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public final SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }
}
