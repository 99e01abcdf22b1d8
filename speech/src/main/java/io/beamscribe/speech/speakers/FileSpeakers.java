// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.List;

/**
 * Who speaks in a file.
 *
 * @param turns by start, then by speaker; none where nobody spoke
 * @param voices of the speakers by their numbers
 */
public record FileSpeakers(List<SpeakerTurn> turns, List<SpeakerVoice> voices) {
  public FileSpeakers {
    turns = List.copyOf(turns);
    voices = List.copyOf(voices);
  }
}
