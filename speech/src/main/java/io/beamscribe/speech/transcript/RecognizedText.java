// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;
import java.util.List;

/**
 * What a reading displayed before options of text changed it in a way that cannot be undone, so
 * that other options can be applied to a stored result. Immutable.
 *
 * @param display the whole text
 * @param words its words, of the spoken words of the reading; empty if they are these
 */
public record RecognizedText(String display, List<DisplayWord> words) implements Serializable {
  public RecognizedText {
    words = List.copyOf(words);
  }
}
