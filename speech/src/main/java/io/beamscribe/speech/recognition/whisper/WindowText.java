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
 */
record WindowText(Window window, Hypothesis hypothesis, String text, double noSpeech) {
  /**
   * Probability of silence from which Whisper's own decision counts. The reference only uses 0.6.
   */
  private static final double MAYBE_SILENT = 0.3;

  private static final double SILENT = 0.6;

  /** Mean log probabilities of texts that fit badly; whole clear sentences have -0.2 to -0.6. */
  private static final double UNLIKELY = -1;

  private static final double DOUBTFUL = -0.8;

  double averageLogProbability() {
    return hypothesis.averageLogProbability();
  }

  /** Whether it is to be dropped because nobody speaks. */
  boolean isSilence() {
    double fit = averageLogProbability();
    return noSpeech > SILENT && fit < DOUBTFUL || noSpeech > MAYBE_SILENT && fit < UNLIKELY;
  }

  /** Whether it is to be kept as it is; otherwise another may fit the audio better. */
  boolean fits() {
    return isSilence() || !isStuck() && hypothesis.averageScore() >= UNLIKELY;
  }

  /**
   * Whether it repeats itself as nobody does. People do so too, but then the model ends the text
   * itself, and there is time to say it.
   */
  boolean isStuck() {
    return Repetition.compression(text) > Repetition.COMPRESSION
        && !(hypothesis.ended() && Pace.hasTime(text, window));
  }

  /** Whether far more is said than it has; a phrase typical of subtitles is suspected sooner. */
  boolean leavesOut() {
    return !hypothesis.tokens().isEmpty()
        && !isSilence()
        && (isStock() ? Pace.leavesOutWords(text, window) : Pace.leavesOut(text, window));
  }

  /** Whether it is nothing but a phrase typical of subtitles. */
  boolean isStock() {
    return HallucinationFilter.isStock(text);
  }
}
