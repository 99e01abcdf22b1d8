// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spacing;

import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes together what people write as one word and a recogniser has as several: Korean particles
 * with their nouns, and verbs that are made of a noun. Words that stand by themselves as well are
 * joined only in a phrase in which others are apart that never do, so that text as people write it
 * stays. Immutable.
 */
public final class WordSpacing {
  private final Attachments attachments;

  private WordSpacing(Attachments attachments) {
    this.attachments = attachments;
  }

  /** That of a locale; languages of which nothing is known stay as they are. */
  public static WordSpacing of(String locale) {
    return new WordSpacing(Attachments.of(locale));
  }

  /** The written words of a phrase, in order, with those as one that belong together. */
  public List<DisplayWord> joined(List<DisplayWord> pieces) {
    if (attachments.isEmpty()) {
      return pieces;
    }
    List<DisplayWord> sure = joined(pieces, false);
    return sure.size() < pieces.size() ? joined(pieces, true) : sure;
  }

  private List<DisplayWord> joined(List<DisplayWord> pieces, boolean doubtful) {
    List<DisplayWord> joined = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      DisplayWord piece = pieces.get(i);
      int last = joined.size() - 1;
      String next = i + 1 < pieces.size() ? pieces.get(i + 1).text() : "";
      if (last >= 0
          && attachments.attaches(joined.get(last).text(), piece.text(), next, doubtful)) {
        DisplayWord before = joined.get(last);
        joined.set(
            last,
            new DisplayWord(before.text() + piece.text(), before.firstWord(), piece.endWord()));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }
}
