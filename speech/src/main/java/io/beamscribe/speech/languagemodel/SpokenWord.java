// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.List;

/**
 * A word and how the model says it.
 *
 * @param display as people write it
 * @param spoken words of the model
 */
public record SpokenWord(String display, List<String> spoken) {
  public SpokenWord {
    spoken = List.copyOf(spoken);
  }
}
