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
  boolean isEmpty() {
    return files.isEmpty() && unreadable.isEmpty() && ignored == 0;
  }
}
