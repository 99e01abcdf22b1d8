package io.beamscribe.speech.transcript;

import java.io.Serializable;
import java.util.List;

/**
 * One reading of a phrase.
 *
 * @param text in display form: the display forms of the words, joined as usual in the language
 * @param confidence between 0 and 1
 * @param words in order of time
 */
public record Alternative(String text, double confidence, List<Word> words)
    implements Serializable {
  public Alternative {
    words = List.copyOf(words);
  }
}
