// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.AudioNote;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.wav.PcmLayout;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compressed file, decoded.
 *
 * @param holes between the samples of the spool
 * @param layout of samples and holes together, at {@link SampleRange#RATE} Hz
 * @param sha256 of the stored bytes
 */
record Decoded(Spool spool, Holes holes, PcmLayout layout, String sha256, Origin origin)
    implements AutoCloseable {

  /**
   * What the file was before decoding.
   *
   * @param rate of the file in Hz; null if nothing tells it
   * @param centre index of the channel in the front centre; -1 if there is none
   * @param headerMillis duration that its header claims; -1 if it claims none
   * @param truncated whether parts are missing
   * @param notes what readers should know of the file
   */
  record Origin(
      String container,
      @Nullable String codec,
      @Nullable Integer rate,
      int channels,
      int centre,
      long headerMillis,
      boolean truncated,
      List<AudioNote> notes) {}

  /** The bytes of the layout from a position on. */
  ReadableByteChannel from(long position) {
    return holes.from(spool, layout.frameBytes(), position);
  }

  /** Bytes that it takes of the disk. */
  long storedBytes() {
    return holes.decoded() * layout.frameBytes();
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
