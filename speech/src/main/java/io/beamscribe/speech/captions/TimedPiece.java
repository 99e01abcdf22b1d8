// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.TextClock;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Word;
import java.util.List;

/**
 * A part of a phrase's text within which no line is broken: a word with its punctuation, or less
 * where words are not divided by spaces.
 *
 * @param start in milliseconds
 * @param end in milliseconds, not before the start
 * @param spaced whether a space precedes it in the text
 * @param last whether the phrase ends with it
 */
public record TimedPiece(String text, long start, long end, boolean spaced, boolean last) {

  /** The pieces of a phrase, none wider than this many columns. */
  public static List<TimedPiece> of(Phrase phrase, int columns) {
    Reading best = phrase.best();
    String display = Texts.oneLine(best.display());
    String text = display.isEmpty() ? Texts.oneLine(best.lexical()) : display;
    if (text.isEmpty()) {
      return List.of();
    }
    List<Word> words = best.displayed();
    if (words.isEmpty()) {
      words = List.of(new Word(text, phrase.startMilliseconds(), phrase.endMilliseconds(), 0));
    }
    TextClock clock = new TextClock(text, words);
    return new PieceSplitter(text, clock.wordStarts(), columns)
        .split().stream()
            .map(
                range ->
                    new TimedPiece(
                        text.substring(range.from(), range.to()),
                        clock.startAt(range.from()),
                        clock.endAt(range.to()),
                        range.from() > 0 && Character.isWhitespace(text.charAt(range.from() - 1)),
                        range.to() == text.length()))
            .toList();
  }
}
