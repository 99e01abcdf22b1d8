// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;

/** Writes spoken numbers, money, dates and the like as people write them. Thread-safe. */
public final class InverseTextNormalizer {
  private static final InverseTextNormalizer IDENTITY = new InverseTextNormalizer();

  private InverseTextNormalizer() {}

  /**
   * The normalizer of a language; one without a grammar leaves all words as they are.
   *
   * @param locale BCP-47 tag, such as {@code en-US}
   */
  public static InverseTextNormalizer of(String locale) {
    return IDENTITY;
  }

  /**
   * The written form of a phrase: pieces in order, which cover each word exactly once. A piece made
   * of several words may contain spaces, as {@code 10:30 PM}.
   *
   * @param lexicalWords as spoken, without punctuation
   */
  public List<DisplayWord> write(List<String> lexicalWords) {
    List<DisplayWord> written = new ArrayList<>();
    for (int word = 0; word < lexicalWords.size(); word++) {
      written.add(new DisplayWord(lexicalWords.get(word), word, word + 1));
    }
    return written;
  }
}
