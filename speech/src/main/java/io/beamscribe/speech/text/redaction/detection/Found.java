// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

/**
 * Personal data in a stretch.
 *
 * @param first index of its first piece
 * @param end index after its last piece
 * @param confidence between 0 and 1
 */
public record Found(PersonalData kind, int first, int end, double confidence) {
  /** A copy that ends elsewhere. */
  Found endingAt(int other) {
    return new Found(kind, first, other, confidence);
  }

  /** Its number of pieces. */
  public int length() {
    return end - first;
  }
}
