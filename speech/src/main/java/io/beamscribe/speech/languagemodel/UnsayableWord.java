// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.List;

/**
 * A word of the text that is no word of the model, nor made of such.
 *
 * @param count how often the text has it
 * @param offers what it may sound like in words of the model, the likeliest first; maybe none
 */
public record UnsayableWord(String word, int count, List<String> offers) {
  public UnsayableWord {
    offers = List.copyOf(offers);
  }
}
