package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.search.Hypothesis;

/**
 * What the search made of a window.
 *
 * @param noSpeech probability that nobody speaks
 * @param temperature at which it was found, 0 where it was not drawn
 * @param compression how many times shorter zlib makes the text
 */
record WindowText(Hypothesis hypothesis, double noSpeech, double temperature, double compression) {
  double averageLogProbability() {
    return hypothesis.averageLogProbability();
  }
}
