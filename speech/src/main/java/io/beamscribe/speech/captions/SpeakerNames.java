// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

/**
 * Names speakers in formats that have no voices: where another speaks than before, and where
 * subtitles of another are still on the screen. Takes cues in their order. Not thread-safe.
 */
final class SpeakerNames {
  private String speaker = "";

  /** Until when others than the last speaker are on the screen. */
  private long others;

  private long own;

  /** What precedes the text of the next cue; empty if the speaker is clear. */
  String prefix(String label, long start, long end) {
    boolean same = label.equals(speaker);
    if (!same) {
      others = Math.max(others, own);
      own = 0;
    }
    own = Math.max(own, end);
    speaker = label;
    return same && others <= start ? "" : Cue.prefix(label);
  }
}
