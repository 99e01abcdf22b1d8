package io.beamscribe.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads a {@link WebFile} from any place; a line that is cut is taken up where it broke. */
final class WebChannel implements SeekableByteChannel {
  private final WebFile file;
  private final long size;
  private long position;
  private InputStream stream;
  private boolean closed;

  WebChannel(WebFile file, long size) {
    this.file = file;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (position >= size || !target.hasRemaining()) {
      return target.hasRemaining() ? -1 : 0;
    }
    byte[] bytes = new byte[(int) Math.min(Math.min(target.remaining(), 1 << 16), size - position)];
    int count = WebFile.retrying(() -> readOnce(bytes));
    target.put(bytes, 0, count);
    position += count;
    return count;
  }

  private int readOnce(byte[] bytes) throws IOException {
    try {
      if (stream == null) {
        stream = file.from(position);
      }
      int count = stream.read(bytes);
      if (count < 0) {
        throw new IOException("the line was cut");
      }
      return count;
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  private void drop() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws IOException {
    if (newPosition != position) {
      drop();
      position = newPosition;
    }
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    drop();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }
}
