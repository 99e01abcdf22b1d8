// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/**
 * Speech as it was recognised, and how it was pronounced. Immutable.
 *
 * @param phrases as the engine gave them, in order of time
 */
public record AssessedSpeech(List<Phrase> phrases, Assessment assessment) {
  public AssessedSpeech {
    phrases = List.copyOf(phrases);
  }
}
