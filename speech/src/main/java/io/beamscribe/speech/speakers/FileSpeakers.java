// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.List;

/**
 * Who speaks in a file.
 *
 * @param turns by start, then by speaker; none where nobody spoke
 * @param voices of the speakers by their numbers
 * @param nobodys what is heard but said by nobody there
 * @param missing how many fewer speakers there are than the options ask for
 */
public record FileSpeakers(
    List<SpeakerTurn> turns, List<SpeakerVoice> voices, List<NobodysSpeech> nobodys, int missing) {
  public FileSpeakers {
    nobodys = List.copyOf(nobodys);
    turns = List.copyOf(turns);
    voices = List.copyOf(voices);
  }
}
