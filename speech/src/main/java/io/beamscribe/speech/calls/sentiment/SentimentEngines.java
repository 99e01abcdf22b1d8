// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import java.util.Optional;

/** The engines that there are. */
public final class SentimentEngines {
  private SentimentEngines() {}

  /**
   * The engine for a language.
   *
   * @param locale BCP-47 tag
   * @return empty if there is none
   */
  public static Optional<SentimentEngine> find(String locale) {
    return locale.equals("en") || locale.startsWith("en-")
        ? Optional.of(Vader.shared())
        : Optional.empty();
  }
}
