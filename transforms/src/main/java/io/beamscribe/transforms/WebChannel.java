package io.beamscribe.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads a file of the web from any position on. A connection that breaks is made anew where it
 * broke; a server that knows no ranges is read from the beginning again. For one thread.
 */
final class WebChannel implements SeekableByteChannel {
  /** Breaks in a row, without a byte between them, that are put up with. */
  private static final int MOST_BREAKS = 5;

  private final URI address;
  private final long size;
  private long position;
  private InputStream body;
  private ReadableByteChannel bytes;
  private boolean open = true;

  WebChannel(String address, long size) {
    this.address = URI.create(address);
    this.size = size;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    for (int breaks = 0; ; breaks++) {
      if (position >= size) {
        return -1;
      }
      try {
        if (bytes == null) {
          connect();
        }
        int count = bytes.read(to);
        if (count >= 0) {
          position += count;
          return count;
        }
        throw new IOException("It ends " + (size - position) + " bytes early");
      } catch (IOException e) {
        disconnect();
        if (breaks >= MOST_BREAKS) {
          throw e;
        }
      }
    }
  }

  private void connect() throws IOException {
    HttpResponse<InputStream> response = WebClient.get(address, "bytes=" + position + "-");
    body = response.body();
    if (response.statusCode() != WebClient.PARTIAL) {
      body.skipNBytes(position);
    }
    bytes = Channels.newChannel(body);
  }

  private void disconnect() throws IOException {
    if (body != null) {
      body.close();
    }
    body = null;
    bytes = null;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long target) throws IOException {
    if (target != position) {
      disconnect();
      position = target;
    }
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    disconnect();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }
}
