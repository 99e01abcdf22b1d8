// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the audio of a session.
 *
 * @param position of its first sample in the session, from 0
 * @param pcm whole samples: mono, 16 kHz, 16 bits, little-endian. Not to be changed
 * @param last whether the session ends with it
 * @param begin position at which a session begins that nothing is known of: what is before was
 *     recognised already. 0 for all of it
 * @param source where it is from; null if that does not matter
 */
public record AudioChunk(
    long position, byte[] pcm, boolean last, long begin, @Nullable Source source) {
  private static final int BYTES = 2;

  /**
   * A place in a log.
   *
   * @param time when it was written, in milliseconds since 1970
   */
  public record Source(long offset, long time) {}

  public AudioChunk {
    if (position < 0 || pcm.length % BYTES != 0) {
      throw new IllegalArgumentException("A chunk has whole samples, from position 0 on.");
    }
  }

  /** A piece of a session that is recognised from its begin. */
  public AudioChunk(long position, byte[] pcm, boolean last) {
    this(position, pcm, last, 0, null);
  }

  /** Position after its last sample. */
  long end() {
    return position + pcm.length / BYTES;
  }

  /** What lies at or after a position: nothing, if that is after its end. */
  AudioChunk from(long start) {
    return start <= position
        ? this
        : new AudioChunk(
            start,
            Arrays.copyOfRange(
                pcm, (int) Math.min(pcm.length, (start - position) * BYTES), pcm.length),
            last,
            begin,
            source);
  }

  /** Its samples in the scale of 16-bit integers. */
  float[] samples() {
    float[] samples = new float[pcm.length / BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((pcm[BYTES * i] & 0xFF) | pcm[BYTES * i + 1] << 8);
    }
    return samples;
  }
}
