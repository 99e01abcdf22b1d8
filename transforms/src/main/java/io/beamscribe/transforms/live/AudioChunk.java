// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import java.util.Arrays;

/**
 * A piece of the audio of a session.
 *
 * @param position of its first sample in the session, from 0
 * @param pcm whole samples: mono, 16 kHz, 16 bits, little-endian. Not to be changed
 * @param last whether the session ends with it
 */
public record AudioChunk(long position, byte[] pcm, boolean last) {
  private static final int BYTES = 2;

  public AudioChunk {
    if (position < 0 || pcm.length % BYTES != 0) {
      throw new IllegalArgumentException("A chunk has whole samples, from position 0 on.");
    }
  }

  /** Position after its last sample. */
  long end() {
    return position + pcm.length / BYTES;
  }

  /** What lies at or after a position within it. */
  AudioChunk from(long begin) {
    return begin <= position
        ? this
        : new AudioChunk(
            begin, Arrays.copyOfRange(pcm, (int) (begin - position) * BYTES, pcm.length), last);
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
