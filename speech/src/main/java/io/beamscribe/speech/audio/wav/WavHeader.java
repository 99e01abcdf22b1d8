// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chunks before the samples of a WAV file.
 *
 * @param tag the format tag, that of the sub-format where the file is WAVE_FORMAT_EXTENSIBLE
 * @param bits bits per sample
 * @param blockAlign bytes of a frame as claimed
 * @param dataStart position of the first byte of samples
 * @param dataBytes bytes of samples as claimed, -1 where the writer did not know
 * @param mask where the channels belong, as the bits of WAVE_FORMAT_EXTENSIBLE; 0 if unknown
 * @param bigEndian whether the file is RIFX
 */
public record WavHeader(
    int tag,
    int channels,
    long rate,
    int bits,
    int blockAlign,
    long dataStart,
    long dataBytes,
    int mask,
    boolean bigEndian) {
  static final int PCM = 1;
  static final int FLOAT = 3;
  static final int A_LAW = 6;
  static final int MU_LAW = 7;
  static final int EXTENSIBLE = 0xFFFE;

  private static final int FRONT_CENTRE = 4;

  /**
   * How to read the samples; empty if their codec is not supported here.
   *
   * @param fileSize bytes that are stored; they count, whatever the header claims
   */
  public Optional<PcmLayout> layout(long fileSize) {
    SampleFormat format = format();
    if (format == null) {
      return Optional.empty();
    }
    long stored = Math.max(0, fileSize - dataStart);
    int frame = format.bytes() * channels;
    long frames = (dataBytes < 0 ? stored : Math.min(stored, dataBytes)) / frame;
    long claimed = dataBytes < 0 ? -1 : dataBytes / frame;
    return Optional.of(
        new PcmLayout(format, channels, (int) rate, dataStart, frames, claimed, bigEndian));
  }

  /** The index of the channel in the front centre; -1 if there is none, or nothing tells. */
  public int centre() {
    boolean whole = Integer.bitCount(mask) == channels;
    return whole && (mask & FRONT_CENTRE) != 0 ? Integer.bitCount(mask & (FRONT_CENTRE - 1)) : -1;
  }

  private @Nullable SampleFormat format() {
    return switch (tag) {
      case PCM -> pcm();
      case FLOAT -> bits == 32 ? SampleFormat.F32 : bits == 64 ? SampleFormat.F64 : null;
      case A_LAW -> bits == 8 || bits == 0 ? SampleFormat.ALAW : null;
      case MU_LAW -> bits == 8 || bits == 0 ? SampleFormat.MULAW : null;
      default -> null;
    };
  }

  /**
   * Samples of odd width are in the upper bits of the next whole byte, or of 32 bits if the block
   * size says so. A block size that fits neither is invalid.
   */
  private @Nullable SampleFormat pcm() {
    boolean wide = blockAlign == 4 * channels;
    return switch ((bits + 7) / 8) {
      case 1 -> SampleFormat.U8;
      case 2 -> SampleFormat.S16;
      case 3 -> wide ? SampleFormat.S32 : SampleFormat.S24;
      case 4 -> SampleFormat.S32;
      default -> null;
    };
  }
}
