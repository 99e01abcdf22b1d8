// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;

/** The text of display words, with the place of each. */
record PieceText(String text, List<TextRange> places) {
  static PieceText of(List<DisplayWord> pieces) {
    StringBuilder text = new StringBuilder();
    List<TextRange> places = new ArrayList<>();
    for (DisplayWord piece : pieces) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      places.add(new TextRange(text.length(), text.length() + piece.text().length()));
      text.append(piece.text());
    }
    return new PieceText(text.toString(), places);
  }

  /** The part of some ranges of the text that lies in a piece, as places in the piece. */
  List<TextRange> within(int piece, List<TextRange> ranges) {
    TextRange place = places.get(piece);
    return ranges.stream()
        .filter(place::overlaps)
        .map(
            range ->
                new TextRange(
                    Math.max(range.start(), place.start()) - place.start(),
                    Math.min(range.end(), place.end()) - place.start()))
        .toList();
  }
}
