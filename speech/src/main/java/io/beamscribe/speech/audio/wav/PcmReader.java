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
   * The whole frames of some bytes, each as the mean of its channels, in the scale of 16-bit
   * integers; what is left of the bytes is the begin of the next frame.
   */
  public static float[] mono(ByteBuffer bytes, PcmLayout layout) {
    bytes.order(layout.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int frames = bytes.remaining() / layout.frameBytes();
    float[] all = new float[frames * layout.channels()];
    layout.format().decode(bytes, all, all.length);
    if (layout.channels() == 1) {
      return all;
    }
    float[] mono = new float[frames];
    for (int i = 0; i < frames; i++) {
      float sum = 0;
      for (int channel = 0; channel < layout.channels(); channel++) {
        sum += all[i * layout.channels() + channel];
      }
      mono[i] = sum / layout.channels();
    }
    return mono;
  }

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
