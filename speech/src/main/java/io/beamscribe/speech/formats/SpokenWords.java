// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.captions.TimedPiece;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Word;
import java.util.List;

/** Words of a phrase; those of phrases without word times share its time by their lengths. */
final class SpokenWords {
  private SpokenWords() {}

  /** The words as spoken. */
  static List<Word> of(Phrase phrase) {
    return phrase.best().words().isEmpty() ? estimated(phrase) : phrase.best().words();
  }

  /** The words as displayed. */
  static List<Word> shown(Phrase phrase) {
    return phrase.best().words().isEmpty() ? estimated(phrase) : phrase.best().displayed();
  }

  /** The text for readers, or if there is none, as spoken; on one line. */
  static String text(Phrase phrase) {
    String display = Texts.oneLine(phrase.best().display());
    return display.isEmpty() ? Texts.oneLine(phrase.best().lexical()) : display;
  }

  private static List<Word> estimated(Phrase phrase) {
    return pieces(phrase).stream()
        .map(
            piece -> new Word(piece.text(), piece.start(), piece.end(), phrase.best().confidence()))
        .toList();
  }

  /** The text for readers in pieces with their times. */
  static List<TimedPiece> pieces(Phrase phrase) {
    return TimedPiece.of(phrase, Integer.MAX_VALUE);
  }
}
