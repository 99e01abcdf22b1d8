// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Computes the SHA-256 of all that is read through it. */
final class HashingChannel implements ReadableByteChannel {
  private final ReadableByteChannel channel;
  private final MessageDigest digest;

  HashingChannel(ReadableByteChannel channel) {
    this.channel = channel;
    this.digest = DigestUtils.getSha256Digest();
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    int before = to.position();
    int count = channel.read(to);
    if (count > 0) {
      digest.update(to.duplicate().limit(to.position()).position(before));
    }
    return count;
  }

  /** Reads exactly this many bytes, or to the end. */
  void pass(long count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(128 * 1024);
    for (long left = count; left > 0; left -= buffer.position()) {
      buffer.clear().limit((int) Math.min(left, buffer.capacity()));
      if (!ByteChannels.fill(this, buffer)) {
        return;
      }
    }
  }

  /** Reads to the end. */
  HashingChannel drain() throws IOException {
    pass(Long.MAX_VALUE);
    return this;
  }

  /** The SHA-256 of what was read so far, in lower-case hexadecimal; call once only. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
