// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

/** A time range of a file. */
public interface Timed {
  /** Start, from the beginning of the file. */
  long startMilliseconds();

  /** End, from the beginning of the file; not before the start. */
  long endMilliseconds();

  default long durationMilliseconds() {
    return endMilliseconds() - startMilliseconds();
  }
}
