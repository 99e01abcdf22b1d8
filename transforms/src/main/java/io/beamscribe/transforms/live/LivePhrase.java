// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.transcript.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a session.
 *
 * @param complete whether it does not change any more; if not, the next phrase stands in its place
 * @param startMilliseconds from the beginning of the session
 * @param endMilliseconds from the beginning of the session
 * @param speaker number of the speaker; null if speakers are not told apart, or it is unknown yet
 * @param locale null if the engine does not identify it
 */
public record LivePhrase(
    boolean complete,
    long startMilliseconds,
    long endMilliseconds,
    @Nullable Integer speaker,
    @Nullable String locale,
    double confidence,
    String lexical,
    String display) {
  /**
   * @param later milliseconds to add to the times
   */
  static LivePhrase of(Phrase phrase, boolean complete, long later) {
    return new LivePhrase(
        complete,
        phrase.startMilliseconds() + later,
        phrase.endMilliseconds() + later,
        phrase.speaker(),
        phrase.locale(),
        phrase.best().confidence(),
        phrase.best().lexical(),
        phrase.best().display());
  }
}
