// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.WrittenLanguage;
import java.util.List;

/**
 * What one person says one phrase after another, in written form. Immutable.
 *
 * @param text the pieces, with a space between two and a line break between phrases
 * @param locale of what is said, as a BCP-47 tag
 */
public record Stretch(String text, List<Piece> pieces, String locale) {
  public Stretch {
    pieces = List.copyOf(pieces);
  }

  /** The language of the locale. */
  String language() {
    return WrittenLanguage.of(locale);
  }

  /** Index of the piece that a character belongs to, or of the first after it. */
  int pieceAt(int character) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).end() <= character) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Something found at characters of the text, as the pieces that these belong to. */
  Found found(PersonalData kind, int from, int to, double confidence) {
    return new Found(kind, pieceAt(from), pieceAt(to - 1) + 1, confidence);
  }

  /** Whether words stand at a piece and those after it. */
  boolean stands(int at, List<String> words) {
    if (at + words.size() > pieces.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!pieces.get(at + i).text().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether two pieces and those between belong together: in one phrase, or with short pauses. */
  boolean joined(int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      if (pieces.get(i).apart()) {
        return false;
      }
    }
    return true;
  }
}
