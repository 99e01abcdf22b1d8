// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive phrases of one speaker, in one script.
 *
 * @param label the speaker; empty if speakers are not distinguished
 * @param lane speech of one lane follows each other; that of several overlaps
 * @param interrupted whether others speak meanwhile, so that any of its subtitles may have to name
 *     the speaker; otherwise only the first
 * @param pieces never empty, in order of time
 * @param joints the one after each piece
 */
record Speech(
    String label,
    int lane,
    Script script,
    SubtitleRules rules,
    boolean interrupted,
    List<TimedPiece> pieces,
    List<Joint> joints) {
  /** Speech that begins so shortly before the end of other speech follows it. */
  static final long OVERLAP_MILLISECONDS = 500;

  /** Speech without pieces yet. */
  Speech(String label, int lane, Script script, SubtitleRules rules) {
    this(label, lane, script, rules, false, new ArrayList<>(), new ArrayList<>());
  }

  Speech interrupted(boolean by) {
    return new Speech(label, lane, script, rules, by, pieces, joints);
  }

  long start() {
    return pieces.get(0).start();
  }

  long end() {
    return pieces.get(pieces.size() - 1).end();
  }

  /**
   * Adds a phrase. Phrases that overlap a little follow each other, and two of one subtitle need a
   * space, unless the script has none.
   *
   * @param free when the lane is free
   */
  void add(List<TimedPiece> phrase, List<Joint> after, long free) {
    boolean first = pieces.isEmpty();
    for (int i = 0; i < phrase.size(); i++) {
      TimedPiece piece = phrase.get(i);
      long start = Math.max(free, piece.start());
      boolean spaced = piece.spaced() || i == 0 && !first;
      pieces.add(
          new TimedPiece(piece.text(), start, Math.max(start, piece.end()), spaced, piece.last()));
    }
    joints.addAll(after);
  }
}
