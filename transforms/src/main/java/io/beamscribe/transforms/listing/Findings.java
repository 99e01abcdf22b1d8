// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.SpeechException;
import java.util.List;
import java.util.Map;

/**
 * The files that one input matches.
 *
 * @param unreadable why entries cannot be read, by absolute address
 */
record Findings(List<Found> files, Map<String, SpeechException> unreadable, long ignored) {
  /** An input that names one file. */
  static Findings of(Found file) {
    return new Findings(List.of(file), Map.of(), 0);
  }

  boolean isEmpty() {
    return files.isEmpty() && unreadable.isEmpty() && ignored == 0;
  }
}
