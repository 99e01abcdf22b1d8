// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.text.punctuation.Dictation;
import io.beamscribe.speech.text.punctuation.Dictation.Spoken;
import io.beamscribe.speech.text.punctuation.MarkedWord;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import io.beamscribe.speech.text.punctuation.PunctuationRules;
import io.beamscribe.speech.text.rules.DisplayRules;
import io.beamscribe.speech.text.spacing.WordSpacing;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.RecognizedText;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what an engine recognised only as spoken. Thread-safe. */
final class VerbatimForms {
  private final String locale;
  private final TextOptions options;
  private final InverseTextNormalizer numbers;
  private final WordSpacing spacing;
  private final DisplayRules own;
  private final PunctuationRules rules;
  private final Dictation dictation;

  /**
   * @param own the user's rules
   */
  VerbatimForms(String locale, TextOptions options, DisplayRules own) {
    this.own = own;
    this.locale = locale;
    this.options = options;
    this.numbers = InverseTextNormalizer.of(locale);
    this.spacing = WordSpacing.of(locale);
    this.rules = PunctuationRules.of(locale);
    this.dictation = Dictation.of(locale);
  }

  /**
   * The reading in its forms.
   *
   * @param silence milliseconds until the next phrase of the channel
   * @param open whether the sentence of the phrase before goes on
   */
  Reading write(Reading reading, long silence, boolean open) {
    boolean timed = !reading.words().isEmpty();
    List<Word> words = timed ? reading.words() : Draft.untimed(reading.lexical());
    List<Spoken> spoken = dictated(words);
    List<Integer> kept = kept(words.size(), spoken);
    List<DisplayWord> pieces = pieces(words, spoken);
    List<Word> shownWords = kept.stream().map(words::get).toList();
    List<MarkedWord> marked = marks(reading, shownWords, kept, spoken, silence, open);
    Draft draft = new Draft(shownWords, without(pieces, spoken), marked);
    List<DisplayWord> shown = spread(own.rewrite(draft.displayWords()), kept, words.size());
    Draft all = new Draft(words, pieces, MarkedWord.plain(texts(words)));
    Reading written =
        new Reading(
            all.lexical(),
            all.itn(),
            all.itn(),
            Draft.joined(shown, locale),
            reading.confidence(),
            reading.words(),
            timed ? shown : List.of());
    boolean lost = timed && options.punctuation() == Punctuation.WHISPER && options.lossy();
    return lost
        ? written.keeping(new RecognizedText(reading.display(), reading.displayWords()))
        : written;
  }

  private List<Spoken> dictated(List<Word> words) {
    return options.punctuation() != Punctuation.NONE && options.mode().dictated()
        ? dictation.find(words, options.mode() == PunctuationMode.DICTATED)
        : List.of();
  }

  private List<MarkedWord> marks(
      Reading reading,
      List<Word> words,
      List<Integer> kept,
      List<Spoken> spoken,
      long silence,
      boolean open) {
    return switch (options.punctuation()) {
      case NONE -> MarkedWord.plain(texts(words));
      case WHISPER -> stored(reading, words, kept, Dictation.byWord(spoken));
      case AUTO, RULES ->
          rules.mark(words, Dictation.byWord(spoken), options.mode().automatic(), silence, open);
    };
  }

  /** Marks that the reading came with, and those that are spoken. */
  private List<MarkedWord> stored(
      Reading reading, List<Word> words, List<Integer> kept, Map<Integer, String> spoken) {
    if (reading.words().isEmpty()) {
      return MarkedWord.plain(texts(words));
    }
    List<MarkedWord> all = Marks.of(reading).words();
    List<MarkedWord> marked = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      MarkedWord word = all.get(kept.get(i));
      String after = options.mode().automatic() ? word.after() : "";
      marked.add(word.followedBy(spoken.getOrDefault(i, after)));
    }
    return marked;
  }

  /** The written form: numbers do not reach over a spoken mark. */
  private List<DisplayWord> pieces(List<Word> words, List<Spoken> spoken) {
    List<DisplayWord> pieces = new ArrayList<>();
    int from = 0;
    for (Spoken mark : spoken) {
      addRun(pieces, words, from, mark.firstWord());
      for (int i = mark.firstWord(); i < mark.endWord(); i++) {
        pieces.add(new DisplayWord(words.get(i).text(), i, i + 1));
      }
      from = mark.endWord();
    }
    addRun(pieces, words, from, words.size());
    return pieces;
  }

  private void addRun(List<DisplayWord> pieces, List<Word> words, int from, int to) {
    List<String> texts = texts(words.subList(from, to));
    for (DisplayWord each : spacing.joined(own.itn(texts, numbers.write(texts)))) {
      pieces.add(new DisplayWord(each.text(), from + each.firstWord(), from + each.endWord()));
    }
  }

  /** The pieces that are no marks, numbered without the words of marks. */
  private static List<DisplayWord> without(List<DisplayWord> pieces, List<Spoken> spoken) {
    List<DisplayWord> left = new ArrayList<>();
    int gone = 0;
    int next = 0;
    for (DisplayWord piece : pieces) {
      while (next < spoken.size() && spoken.get(next).endWord() <= piece.firstWord()) {
        gone += spoken.get(next).endWord() - spoken.get(next).firstWord();
        next++;
      }
      if (next == spoken.size() || piece.firstWord() < spoken.get(next).firstWord()) {
        left.add(new DisplayWord(piece.text(), piece.firstWord() - gone, piece.endWord() - gone));
      }
    }
    return left;
  }

  /** Display words of all words: each takes the words of the marks behind it. */
  private static List<DisplayWord> spread(List<DisplayWord> shown, List<Integer> kept, int all) {
    List<DisplayWord> spread = new ArrayList<>();
    for (DisplayWord each : shown) {
      int end = each.endWord() < kept.size() ? kept.get(each.endWord()) : all;
      spread.add(new DisplayWord(each.text(), kept.get(each.firstWord()), end));
    }
    return spread;
  }

  private static List<Integer> kept(int words, List<Spoken> spoken) {
    List<Integer> kept = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < words; i++) {
      while (next < spoken.size() && spoken.get(next).endWord() <= i) {
        next++;
      }
      if (next == spoken.size() || i < spoken.get(next).firstWord()) {
        kept.add(i);
      }
    }
    return kept;
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }
}
