// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/** Takes what a {@link LiveSession} finds, on the thread that gives it samples. */
public interface LiveListener {
  /** Somebody begins to speak. */
  default void speechStarted(long position) {}

  /**
   * What was recognised since the last final phrase.
   *
   * @param stableWords how many of its words are not likely to change
   */
  default void partial(Phrase phrase, int stableWords) {}

  /** The words that were spoken, where phrases are their translation: before these. */
  default void spoken(List<Phrase> phrases) {}

  /** How the utterance was pronounced, where that was asked for: before its phrases. */
  default void assessed(Assessment assessment) {}

  /** A phrase that does not change any more. */
  void phrase(Phrase phrase);

  /** The utterance has ended; all its phrases are final. */
  default void speechEnded(long position) {}

  /** Nobody has spoken for as long as was to be waited at the beginning. */
  default void initialSilence(long position) {}
}
