// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;

/**
 * Recognises speech while it is spoken. The caller decides what is speech and where utterances end;
 * an engine may end one earlier, at a pause of its own, or take some of it for final. Phrases that
 * are final do not depend on how the samples were divided into chunks of a few seconds, nor on how
 * fast they came, as long as they are recognised as fast as they were spoken. Not thread-safe.
 */
public interface RecognitionStream extends AutoCloseable {
  /**
   * Takes the next samples of an utterance.
   *
   * @param chunk of any length; begins where the one before ended, or after a gap in which nobody
   *     speaks
   * @throws SpeechException as {@link Engine#recognize}; the utterance is lost then, and the next
   *     one may be tried
   */
  StreamResult accept(SpeechSegment chunk) throws SpeechException;

  /** Whether it is to be told of pauses within an utterance; if not, they are samples as any. */
  default boolean takesPauses() {
    return false;
  }

  /**
   * Takes the next samples of an utterance, after which the speaker pauses. The next ones come when
   * somebody speaks on: an end before that need hear nothing anew.
   *
   * @param chunk as for {@link #accept}
   * @throws SpeechException as {@link #accept}
   */
  default StreamResult pause(SpeechSegment chunk) throws SpeechException {
    return accept(chunk);
  }

  /** Ends the utterance: what was said becomes final. The stream goes on with the next one. */
  StreamResult endUtterance() throws SpeechException;

  /** Frees what the stream holds; what is not final is dropped. */
  @Override
  void close();
}
