// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.search.Hypothesis;

/**
 * The text that the search found for a window.
 *
 * @param noSpeech probability that nobody speaks
 * @param temperature at which it was sampled, 0 if it was not
 * @param compression ratio by which zlib compresses the text
 */
record WindowText(Hypothesis hypothesis, double noSpeech, double temperature, double compression) {
  double averageLogProbability() {
    return hypothesis.averageLogProbability();
  }
}
