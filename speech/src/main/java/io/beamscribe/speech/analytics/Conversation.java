// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much each speaker talks in a file.
 *
 * @param silenceShare part of the audio in which nobody speaks, 0 to 1
 * @param overlapShare part in which several speak at once
 * @param speakers by their numbers
 */
public record Conversation(double silenceShare, double overlapShare, List<Talker> speakers) {
  public Conversation {
    speakers = List.copyOf(speakers);
  }

  /**
   * A speaker.
   *
   * @param voice name of the known voice; null where there is none
   * @param milliseconds spoken, also while others speak
   * @param share of all that is spoken, 0 to 1
   * @param interruptions how often the speaker began while another spoke, and went on when that one
   *     had stopped; replies within another's turn do not count
   * @param timeline a digit for each two-hundredth of the audio: how much of it is spoken, 0 for
   *     nothing to 9 for all
   */
  public record Talker(
      int speaker,
      @Nullable String voice,
      long milliseconds,
      double share,
      int turns,
      int interruptions,
      String timeline) {}

  /** How often anybody interrupted anybody. */
  public int interruptions() {
    return speakers.stream().mapToInt(Talker::interruptions).sum();
  }
}
