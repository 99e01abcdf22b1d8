// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.SpeechException;
import java.util.List;
import java.util.Map;

/**
 * What one input brings in.
 *
 * @param unreadable absolute address of each entry that cannot be read, and why
 */
record Findings(List<Found> files, Map<String, SpeechException> unreadable, long ignored) {
  boolean isEmpty() {
    return files.isEmpty() && unreadable.isEmpty() && ignored == 0;
  }
}
