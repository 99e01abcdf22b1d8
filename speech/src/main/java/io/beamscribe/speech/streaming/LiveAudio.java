// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;

/**
 * Turns bytes of audio that come one after another into samples, mono, 16 kHz, in the scale of
 * 16-bit integers. Not thread-safe.
 */
public interface LiveAudio extends AutoCloseable {
  /** Takes samples; the array may be used again. */
  interface Sink {
    void accept(float[] samples, int count) throws SpeechException;
  }

  /** Takes the next bytes, and gives the sink the samples that are ready. */
  void accept(byte[] bytes) throws SpeechException;

  /** Ends the audio: gives the sink the rest. */
  void finish() throws SpeechException;

  /** Frees what decodes it. */
  @Override
  void close();
}
