// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import java.io.Serializable;
import java.util.List;

/**
 * What becomes of profanity. Immutable.
 *
 * @param words the user's, besides those of each language
 * @param exceptions words that stay as they are
 */
public record ProfanityOptions(ProfanityMode mode, List<String> words, List<String> exceptions)
    implements Serializable {
  /** As the service does by default. */
  public static final ProfanityOptions DEFAULT =
      new ProfanityOptions(ProfanityMode.MASKED, List.of(), List.of());

  public ProfanityOptions {
    words = List.copyOf(words);
    exceptions = List.copyOf(exceptions);
  }

  /** The filter for a language. */
  public ProfanityFilter filter(String locale) {
    return ProfanityFilter.of(locale, mode, words, exceptions);
  }
}
