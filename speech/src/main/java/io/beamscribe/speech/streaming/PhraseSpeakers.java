// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/** Says who spoke final phrases. */
interface PhraseSpeakers {
  /** Says nothing. */
  PhraseSpeakers UNKNOWN = (phrases, audio, probabilities) -> phrases;

  /**
   * The phrases with their speakers, cut where the speaker changes.
   *
   * @param phrases in order of time
   * @param audio that they were heard in, and nothing that was heard before
   * @param probabilities of speech in each window of it
   */
  List<Phrase> label(List<Phrase> phrases, SpeechSegment audio, float[] probabilities)
      throws SpeechException;
}
