// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import java.util.List;

/**
 * A word in its window.
 *
 * @param from first frame
 * @param to frame after the last
 */
record TimedWord(TokenWord word, int from, int to) {
  /**
   * @param begins frames at which tokens begin, followed by the end of the last
   */
  static List<TimedWord> of(List<TokenWord> words, int[] begins) {
    return words.stream()
        .map(word -> new TimedWord(word, begins[word.from()], begins[word.to()]))
        .toList();
  }

  double middle() {
    return (from + to) / 2.0;
  }
}
