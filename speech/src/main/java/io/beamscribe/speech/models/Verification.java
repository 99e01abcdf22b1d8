package io.beamscribe.speech.models;

import java.util.List;

/**
 * What {@code models verify} found of one pulled model.
 *
 * @param defects sentences, one a file that is missing, changed or should not be there; none for a
 *     sound model
 */
public record Verification(String id, List<String> defects) {
  public Verification {
    defects = List.copyOf(defects);
  }

  public boolean sound() {
    return defects.isEmpty();
  }
}
