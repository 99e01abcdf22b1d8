// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import io.beamscribe.speech.audio.SampleRange;

/**
 * Position and format of interleaved samples in a file.
 *
 * @param start position of the first byte
 * @param frames number of frames (one sample of each channel) that are there
 * @param claimedFrames number of frames that the header claims; -1 if it claims none
 * @param bigEndian whether the highest byte of a sample comes first
 */
public record PcmLayout(
    SampleFormat format,
    int channels,
    int rate,
    long start,
    long frames,
    long claimedFrames,
    boolean bigEndian) {

  /** A layout of little-endian samples. */
  public PcmLayout(
      SampleFormat format, int channels, int rate, long start, long frames, long claimedFrames) {
    this(format, channels, rate, start, frames, claimedFrames, false);
  }

  /** The name by which ffmpeg knows this codec. */
  public String codec() {
    return bigEndian ? format.codec().replace("le", "be") : format.codec();
  }

  public int frameBytes() {
    return format.bytes() * channels;
  }

  /** Length at {@link SampleRange#RATE} Hz: the samples whose time is before the end. */
  public long samples() {
    return ceilDiv(Math.multiplyExact(frames, SampleRange.RATE), rate);
  }

  /** The quotient of non-negative numbers, rounded up. */
  public static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
