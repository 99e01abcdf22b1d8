// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

import java.util.List;

/**
 * The result of {@code models verify} for one pulled model.
 *
 * @param defects one message per file that is missing, changed or should not be there; none for an
 *     intact model
 */
public record Verification(String id, List<String> defects) {
  public Verification {
    defects = List.copyOf(defects);
  }

  public boolean sound() {
    return defects.isEmpty();
  }
}
