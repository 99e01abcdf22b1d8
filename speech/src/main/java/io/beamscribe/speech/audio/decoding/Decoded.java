// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.wav.PcmLayout;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A compressed file, decoded.
 *
 * @param layout of the samples in the spool, at {@link SampleRange#RATE} Hz
 * @param sha256 of the stored bytes
 */
record Decoded(Spool spool, PcmLayout layout, String sha256, Origin origin)
    implements AutoCloseable {

  /**
   * What the file was before decoding.
   *
   * @param rate of the file in Hz; null if nothing tells it
   * @param headerMillis duration that its header claims; -1 if it claims none
   * @param truncated whether parts are missing
   */
  record Origin(
      String container,
      @Nullable String codec,
      @Nullable Integer rate,
      int channels,
      long headerMillis,
      boolean truncated) {}

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
