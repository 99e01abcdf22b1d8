// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import java.util.List;

/** Finds the words of a list in a text. Thread-safe. */
interface Finder {
  /** Where they stand, in order, a range for each word. */
  List<TextRange> in(String text);
}
