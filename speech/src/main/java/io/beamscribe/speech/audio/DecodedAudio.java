// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import io.beamscribe.speech.SpeechException;
import java.util.OptionalDouble;

/**
 * Audio that can be read at any place: a WAV file in place, anything else through a bounded local
 * spool. Thread-safe. Closing frees what it holds; closing twice is harmless.
 */
public interface DecodedAudio extends AutoCloseable {
  /**
   * Reads the whole file once, in bounded memory.
   *
   * @throws SpeechException EMPTY_AUDIO if there is not one sample, INVALID_AUDIO if nothing can be
   *     decoded
   */
  AudioProfile profile(ChannelMode mode) throws SpeechException;

  /** The length in seconds, if that is known without reading the file. */
  default OptionalDouble toldSeconds() {
    return OptionalDouble.empty();
  }

  /**
   * The samples of a track at {@link SampleRange#RATE} Hz, in the scale of 16-bit integers (-32768
   * to 32767). The same range gives the same samples, whatever was read before; a range that passes
   * the end is cut there.
   */
  float[] read(Track track, SampleRange range) throws SpeechException;

  @Override
  void close();
}
