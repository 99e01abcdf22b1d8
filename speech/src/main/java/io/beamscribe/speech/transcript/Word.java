package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * A recognised word.
 *
 * @param text lexical form: as spoken, in lower case, without punctuation
 * @param display as readers see it, with the punctuation that belongs to it
 * @param startMilliseconds from the beginning of the file
 * @param endMilliseconds from the beginning of the file
 * @param confidence between 0 and 1
 */
public record Word(
    String text, String display, long startMilliseconds, long endMilliseconds, double confidence)
    implements Timed, Serializable {

  /** A word of an engine that knows no other form than the spoken one: readers see the same. */
  public static Word asSpoken(
      String text, long startMilliseconds, long endMilliseconds, double confidence) {
    return new Word(text, text, startMilliseconds, endMilliseconds, confidence);
  }
}
