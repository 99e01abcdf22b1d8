// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase of the list.
 *
 * @param order its position in the list
 * @param words in the spelling to use
 * @param wordLetters letters of each of them
 * @param letters of all together
 */
record ListedPhrase(int order, List<String> words, Letters[] wordLetters, Letters letters) {
  static ListedPhrase of(int order, String phrase) {
    List<String> words = new ArrayList<>();
    for (String word : phrase.strip().split("\\s+")) {
      // A dash by itself is not a word.
      if (Letters.of(word).length() == 0 && !words.isEmpty()) {
        words.add(words.remove(words.size() - 1) + " " + word);
      } else {
        words.add(word);
      }
    }
    return new ListedPhrase(
        order, words, words.stream().map(Letters::of).toArray(Letters[]::new), Letters.of(phrase));
  }
}
