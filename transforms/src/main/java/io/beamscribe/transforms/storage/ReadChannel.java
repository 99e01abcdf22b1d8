// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A read-only channel over a remote file of known size. Not thread-safe. */
abstract class ReadChannel implements SeekableByteChannel {
  private final long size;
  private long position;
  private boolean open = true;

  ReadChannel(long size) {
    this.size = size;
  }

  /** Reads at least one byte at the position; called only if there are bytes and room left. */
  abstract int readSome(ByteBuffer to) throws IOException;

  /** Releases resources; may be called repeatedly. */
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
