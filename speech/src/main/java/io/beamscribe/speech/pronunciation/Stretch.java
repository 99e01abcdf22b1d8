// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.List;

/**
 * A stretch of at most 30 s with its part of the reference.
 *
 * @param heard the recognised words
 * @param free whether the reference is what was recognised
 */
record Stretch(
    SpeechSegment segment,
    List<Phrase> phrases,
    List<Word> heard,
    ReferenceText reference,
    boolean free) {
  Stretch {
    phrases = List.copyOf(phrases);
    heard = List.copyOf(heard);
  }

  List<String> referenceWords() {
    return reference.words().stream().map(ReferenceText.Item::text).toList();
  }
}
