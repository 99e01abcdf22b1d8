// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one file, and goes before what the settings say of all. Immutable.
 *
 * @param locale that is spoken, such as {@code ko-KR}; null for that of the settings
 * @param phrases to favour besides those of the settings
 * @param speakers how many people speak; null for the bounds of the settings
 */
public record FileChoice(@Nullable String locale, List<String> phrases, @Nullable Integer speakers)
    implements Serializable {
  public FileChoice {
    phrases = List.copyOf(phrases);
  }
}
