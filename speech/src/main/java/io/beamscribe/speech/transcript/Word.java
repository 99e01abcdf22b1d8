// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * A recognised word.
 *
 * @param text lexical form: as spoken, in lower case, without punctuation
 * @param startMilliseconds from the beginning of the file
 * @param endMilliseconds from the beginning of the file
 * @param confidence between 0 and 1
 */
public record Word(String text, long startMilliseconds, long endMilliseconds, double confidence)
    implements Timed, Serializable {
  /** A copy that is so much later, in milliseconds. */
  public Word later(long milliseconds) {
    return new Word(
        text, startMilliseconds + milliseconds, endMilliseconds + milliseconds, confidence);
  }
}
