// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engines that there are. */
public final class SentimentEngines {
  private SentimentEngines() {}

  /**
   * The engine for a language, to be closed.
   *
   * @param locale BCP-47 tag
   * @param model folder of the model of sentences; null for an engine without a model
   * @return empty if there is none
   * @throws IllegalStateException if the model cannot be loaded
   */
  public static Optional<SentimentEngine> find(String locale, @Nullable String model) {
    if (!locale.equals("en") && !locale.startsWith("en-")) {
      return Optional.empty();
    }
    return Optional.of(model == null ? Vader.shared() : new MiniLm(model));
  }
}
