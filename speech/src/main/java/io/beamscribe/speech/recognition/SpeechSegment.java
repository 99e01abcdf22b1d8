// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;

/**
 * At most 30 s of one track, the unit of recognition.
 *
 * @param channel channel of the result
 * @param start position of the first sample in the file, at 16 kHz
 * @param samples mono, 16 kHz, in the scale of 16-bit integers
 */
public record SpeechSegment(int channel, long start, float[] samples) {
  /**
   * Rejects samples that are not finite: engines silently recognise nothing after one.
   *
   * @throws SpeechException INVALID_AUDIO if there is one
   */
  public void requireFinite() throws SpeechException {
    for (float sample : samples) {
      if (!Float.isFinite(sample)) {
        throw new SpeechException(
            ErrorKind.INVALID_AUDIO, "The audio holds samples that are no finite numbers");
      }
    }
  }

  /** Where it lies in the file. */
  public SampleRange range() {
    return new SampleRange(start, start + samples.length);
  }
}
