// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the spoken language, and what the engine has to identify.
 *
 * @param locales BCP-47 tags: the language itself if it is {@link Mode#FIXED}, else the candidates
 *     to choose from; none for all languages that the model knows
 */
public record SpokenLanguage(Mode mode, List<String> locales) implements Serializable {
  /** Who decides on the language, and how often. */
  public enum Mode {
    /** The user did: there is exactly one locale. */
    FIXED,
    /** The engine, once for all segments of a call. */
    SINGLE,
    /** The engine, for each segment separately. */
    CONTINUOUS
  }

  /**
   * Throws {@link IllegalArgumentException} if a fixed language is not exactly one.
   *
   * @param locales no two alike
   */
  public SpokenLanguage {
    locales = List.copyOf(locales);
    if (mode == Mode.FIXED && locales.size() != 1) {
      throw new IllegalArgumentException("a fixed language is one locale, not " + locales);
    }
  }

  /** The language is known. */
  public static SpokenLanguage fixed(String locale) {
    return new SpokenLanguage(Mode.FIXED, List.of(locale));
  }

  /** The engine identifies one language for all segments of a call. */
  public static SpokenLanguage single(List<String> candidates) {
    return new SpokenLanguage(Mode.SINGLE, candidates);
  }

  /** The engine identifies the language of each segment. */
  public static SpokenLanguage continuous(List<String> candidates) {
    return new SpokenLanguage(Mode.CONTINUOUS, candidates);
  }

  /** The locale, if it is fixed. */
  public Optional<String> known() {
    return mode == Mode.FIXED ? Optional.of(locales.get(0)) : Optional.empty();
  }
}
