// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import io.beamscribe.speech.transcript.DisplayWord;
import org.jspecify.annotations.Nullable;

/**
 * How far a phrase was read: before a word, or inside a reading of some words.
 *
 * @param word the next word, if nothing is read in part
 * @param reading read in part, if any
 * @param offset characters of it that are read
 */
record Place(int word, @Nullable DisplayWord reading, int offset) {
  static Place before(int word) {
    return new Place(word, null, 0);
  }

  boolean isBetweenWords() {
    return reading == null;
  }
}
