// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

/**
 * A phone in its place.
 *
 * @param phone number of a {@code Phoneme}, or {@link Posteriors#SILENCE}
 * @param word number of its word; -1 for silence
 * @param variant which of the word's pronunciations it belongs to
 * @param place in this pronunciation
 * @param from first frame
 * @param to frame after the last
 */
public record AlignedPhone(int phone, int word, int variant, int place, int from, int to) {
  int frames() {
    return to - from;
  }

  boolean isSilence() {
    return word < 0;
  }
}
