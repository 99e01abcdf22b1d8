// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/** What {@link java.nio.channels.Channels} lacks. */
public final class ByteChannels {
  private ByteChannels() {}

  /** Reads until the buffer is full or the channel ends; returns whether it is full. */
  public static boolean fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Skips this many bytes, or to the end. */
  public static void skip(ReadableByteChannel channel, long count) throws IOException {
    if (channel instanceof SeekableByteChannel seekable) {
      seekable.position(Math.min(seekable.position() + count, seekable.size()));
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, 64 * 1024));
    for (long left = count; left > 0; left -= buffer.position()) {
      buffer.clear().limit((int) Math.min(left, buffer.capacity()));
      if (!fill(channel, buffer)) {
        return;
      }
    }
  }
}
