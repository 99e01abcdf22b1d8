// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.punctuation.MarkedWord;
import io.beamscribe.speech.text.rules.DisplayRules;
import io.beamscribe.speech.text.spellout.SpokenForms;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.RecognizedText;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what an engine recognised for readers: numbers in its display become the words they are
 * spoken with. Thread-safe.
 */
final class WrittenForms {
  private final String locale;
  private final TextOptions options;
  private final SpokenForms spoken;
  private final DisplayRules own;

  /**
   * @param own the user's rules
   */
  WrittenForms(String locale, TextOptions options, DisplayRules own) {
    this.locale = locale;
    this.own = own;
    this.options = options;
    this.spoken = SpokenForms.of(locale);
  }

  /** The reading in its forms; unchanged if the times of its words are unknown. */
  Reading write(Reading reading) {
    if (reading.words().isEmpty()) {
      return reading;
    }
    Draft before = draft(reading);
    Draft draft = before.with(own.itn(before.texts(), before.pieces()));
    Draft shown = options.mode().automatic() ? draft : draft.withoutMarks();
    List<DisplayWord> displayWords = own.rewrite(shown.displayWords());
    List<DisplayWord> recognized = before.displayWords();
    Reading written =
        new Reading(
            draft.lexical(),
            draft.itn(),
            draft.itn(),
            displayWords.equals(recognized)
                ? reading.display()
                : Draft.joined(displayWords, locale),
            reading.confidence(),
            draft.words(),
            displayWords);
    return options.lossy()
        ? written.keeping(new RecognizedText(reading.display(), recognized))
        : written;
  }

  private Draft draft(Reading reading) {
    Marks marks = Marks.of(reading);
    List<Word> words = new ArrayList<>();
    List<DisplayWord> pieces = new ArrayList<>();
    List<MarkedWord> marked = new ArrayList<>();
    for (DisplayWord piece : marks.pieces()) {
      int first = words.size();
      for (int i = piece.firstWord(); i < piece.endWord(); i++) {
        List<Word> said = said(reading.words().get(i));
        String before = marks.words().get(i).before();
        String after = marks.words().get(i).after();
        for (int part = 0; part < said.size(); part++) {
          marked.add(
              new MarkedWord(
                  part == 0 ? before : "",
                  said.size() == 1 ? marks.words().get(i).spelling() : said.get(part).text(),
                  part + 1 == said.size() ? after : ""));
        }
        words.addAll(said);
      }
      boolean expanded = words.size() - first > piece.endWord() - piece.firstWord();
      pieces.add(
          new DisplayWord(
              expanded ? marks.words().get(piece.firstWord()).spelling() : piece.text(),
              first,
              words.size()));
    }
    return new Draft(words, pieces, marked);
  }

  /** The words that a written one is spoken with, which share its time by their letters. */
  private List<Word> said(Word word) {
    List<String> texts = spoken.speak(word.text());
    int letters = texts.stream().mapToInt(String::length).sum();
    List<Word> said = new ArrayList<>();
    int before = 0;
    for (String text : texts) {
      long start = word.startMilliseconds() + word.durationMilliseconds() * before / letters;
      before += text.length();
      long end = word.startMilliseconds() + word.durationMilliseconds() * before / letters;
      said.add(new Word(text, start, end, word.confidence()));
    }
    return said;
  }
}
