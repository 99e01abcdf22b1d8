// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;

/** Turns stored samples into interleaved floats, block by block, in a fixed amount of memory. */
public final class PcmReader {
  private static final int BLOCK_BYTES = 128 * 1024;

  /** Takes interleaved samples; the array is used again for the next block. */
  public interface Sink {
    void accept(float[] interleaved, int frames) throws IOException;
  }

  private PcmReader() {}

  /**
   * Reads frames from a channel positioned at the first of them.
   *
   * @return the number of frames read
   */
  public static long read(ReadableByteChannel channel, PcmLayout layout, long frames, Sink sink)
      throws IOException {
    int blockFrames = Math.max(1, BLOCK_BYTES / layout.frameBytes());
    ByteBuffer bytes = ByteBuffer.allocate(blockFrames * layout.frameBytes());
    bytes.order(layout.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    float[] block = new float[blockFrames * layout.channels()];
    long done = 0;
    boolean more = true;
    while (more && done < frames) {
      int wanted = (int) Math.min(blockFrames, frames - done);
      bytes.clear().limit(wanted * layout.frameBytes());
      more = ByteChannels.fill(channel, bytes);
      int got = bytes.position() / layout.frameBytes();
      bytes.flip();
      layout.format().decode(bytes, block, got * layout.channels());
      if (got > 0) {
        sink.accept(block, got);
      }
      done += got;
    }
    return done;
  }
}
