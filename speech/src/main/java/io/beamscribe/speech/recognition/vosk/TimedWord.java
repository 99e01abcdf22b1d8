// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

/**
 * A word as Vosk gives it.
 *
 * @param start seconds from the beginning of the file
 * @param end seconds from the beginning of the file
 * @param confidence its posterior probability; NaN in a {@link LatticePath}
 */
record TimedWord(String text, double start, double end, double confidence) {
  double middle() {
    return (start + end) / 2;
  }
}
