// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.search.Hypothesis;
import io.beamscribe.speech.recognition.whisper.search.Repetition;

/**
 * The text that the search found for a window.
 *
 * @param text of the hypothesis, without surrounding space
 * @param noSpeech probability that nobody speaks
 * @param temperature at which it was sampled, 0 if it was not
 */
record WindowText(
    Window window, Hypothesis hypothesis, String text, double noSpeech, double temperature) {
  double averageLogProbability() {
    return hypothesis.averageLogProbability();
  }

  /** Whether it is to be kept as it is; otherwise another may fit the audio better. */
  boolean fits() {
    return HallucinationFilter.isSilence(this)
        || !isStuck() && averageLogProbability() >= HallucinationFilter.UNLIKELY;
  }

  /**
   * Whether it repeats itself as nobody does. People do so too, but then the model ends the text
   * itself, and there is time to say it.
   */
  boolean isStuck() {
    return Repetition.compression(text) > Repetition.COMPRESSION
        && !(hypothesis.ended() && Pace.hasTime(text, window));
  }

  /** Whether it is nothing but a phrase typical of subtitles where far more is said. */
  boolean isStockBesideSpeech() {
    return HallucinationFilter.isStock(text)
        && !HallucinationFilter.isSilence(this)
        && Pace.leavesOut(text, window);
  }
}
