// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

/** What lies between two times of a file. */
public interface Timed {
  /** From the beginning of the file. */
  long startMilliseconds();

  /** From the beginning of the file, and not before the start. */
  long endMilliseconds();

  default long durationMilliseconds() {
    return endMilliseconds() - startMilliseconds();
  }
}
