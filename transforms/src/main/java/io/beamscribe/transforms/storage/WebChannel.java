// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.speech.http.Retries;
import io.beamscribe.speech.http.WebAnswer;
import io.beamscribe.speech.http.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from the web at any position. A broken connection is resumed where it broke; if the
 * server does not support ranges, the file is read again from the start up to the position.
 */
public final class WebChannel extends ReadChannel {
  /** Breaks tolerated in a row, without a byte in between. */
  private static final Retries BREAKS = Retries.atOnce(5, SocketTimeoutException.class);

  private final URI address;
  private @Nullable InputStream body;
  private @Nullable ReadableByteChannel bytes;

  public WebChannel(String address, long size) {
    super(size);
    this.address = URI.create(address);
  }

  @Override
  int readSome(ByteBuffer to) throws IOException {
    return BREAKS.call(() -> attempt(to));
  }

  private int attempt(ByteBuffer to) throws IOException {
    try {
      if (bytes == null) {
        bytes = connect();
      }
      int count = bytes.read(to);
      if (count >= 0) {
        return count;
      }
      throw new IOException("It ends " + (size() - position()) + " bytes early");
    } catch (IOException e) {
      release();
      throw e;
    }
  }

  private ReadableByteChannel connect() throws IOException {
    WebAnswer response = WebClient.get(address, "bytes=" + position() + "-");
    InputStream all = response.body();
    body = all;
    if (response.statusCode() == WebClient.EMPTY || isElsewhere(response)) {
      throw new IOException("The server sends another part than it was asked for");
    }
    if (response.statusCode() != WebClient.PARTIAL) {
      all.skipNBytes(position());
    }
    return Channels.newChannel(all);
  }

  /** Whether the answer is a part that begins at another position. */
  private boolean isElsewhere(WebAnswer answer) {
    String begin = "bytes " + position() + "-";
    return answer.statusCode() == WebClient.PARTIAL
        && answer
            .headers()
            .firstValue("Content-Range")
            .filter(r -> !r.startsWith(begin))
            .isPresent();
  }

  @Override
  void release() throws IOException {
    if (body != null) {
      body.close();
    }
    body = null;
    bytes = null;
  }

  @Override
  public SeekableByteChannel position(long target) throws IOException {
    if (target != position()) {
      release();
    }
    return super.position(target);
  }
}
