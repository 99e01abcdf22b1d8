// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a phrase, in the four forms of a result. Immutable.
 *
 * @param lexical the words as spoken
 * @param itn inverse text normalisation: with numbers, dates and the like in written form
 * @param maskedItn the same with profanity masked
 * @param display for readers, with punctuation and capital letters
 * @param confidence between 0 and 1
 * @param words in order of time; empty if the transcript was read from a document without them
 * @param displayWords the words as displayed, in order, each spoken word in at most one; empty if
 *     they are the spoken words themselves
 * @param recognized what was displayed before; null if that can be told from the rest
 */
public record Reading(
    String lexical,
    String itn,
    String maskedItn,
    String display,
    double confidence,
    List<Word> words,
    List<DisplayWord> displayWords,
    @Nullable RecognizedText recognized)
    implements Serializable {
  public Reading {
    words = List.copyOf(words);
    int next = 0;
    for (DisplayWord shown : displayWords) {
      if (shown.firstWord() < next
          || shown.endWord() <= shown.firstWord()
          || shown.endWord() > words.size()) {
        throw new IllegalArgumentException("display words are of words in order");
      }
      next = shown.endWord();
    }
    displayWords = asSpoken(words, displayWords) ? List.of() : List.copyOf(displayWords);
  }

  /** A reading that shows what was recognised. */
  public Reading(
      String lexical,
      String itn,
      String maskedItn,
      String display,
      double confidence,
      List<Word> words,
      List<DisplayWord> displayWords) {
    this(lexical, itn, maskedItn, display, confidence, words, displayWords, null);
  }

  private static boolean asSpoken(List<Word> words, List<DisplayWord> shown) {
    return shown.size() == words.size()
        && IntStream.range(0, words.size())
            .allMatch(i -> shown.get(i).text().equals(words.get(i).text()));
  }

  /** The reading of an engine that outputs words only as spoken. */
  public static Reading verbatim(String text, double confidence, List<Word> words) {
    return recognized(text, confidence, words, List.of());
  }

  /**
   * The reading of an engine that writes for readers.
   *
   * @param spellings display form of each word
   */
  public static Reading spelled(
      String text, double confidence, List<Word> words, List<String> spellings) {
    return recognized(
        text,
        confidence,
        words,
        IntStream.range(0, words.size())
            .mapToObj(i -> new DisplayWord(spellings.get(i), i, i + 1))
            .toList());
  }

  /** Derives the forms from what an engine wrote. */
  private static Reading recognized(
      String text, double confidence, List<Word> words, List<DisplayWord> displayWords) {
    String lexical = words.isEmpty() ? text : spoken(words);
    return new Reading(lexical, text, text, text, confidence, words, displayWords);
  }

  private static String spoken(List<Word> words) {
    return words.stream().map(Word::text).filter(word -> !word.isEmpty()).collect(joining(" "));
  }

  /**
   * The same reading with its words at other times.
   *
   * @param timed as many words, with the same texts
   */
  public Reading withWords(List<Word> timed) {
    return new Reading(
        lexical, itn, maskedItn, display, confidence, timed, displayWords, recognized);
  }

  /** A copy that keeps what was displayed before; null for nothing. */
  public Reading keeping(@Nullable RecognizedText before) {
    return new Reading(lexical, itn, maskedItn, display, confidence, words, displayWords, before);
  }

  /** The reading as it was displayed when it was recognised. */
  public Reading asRecognized() {
    return recognized == null
        ? this
        : new Reading(
            lexical, itn, itn, recognized.display(), confidence, words, recognized.words());
  }

  /**
   * The words as displayed, with their times; each with the lowest confidence of the words it is
   * made of.
   */
  public List<Word> displayed() {
    return displayWords.isEmpty() ? words : displayWords.stream().map(this::timed).toList();
  }

  private Word timed(DisplayWord shown) {
    List<Word> of = words.subList(shown.firstWord(), shown.endWord());
    return new Word(
        shown.text(),
        of.get(0).startMilliseconds(),
        of.get(of.size() - 1).endMilliseconds(),
        of.stream().mapToDouble(Word::confidence).min().orElseThrow());
  }

  /** The display form of each spoken word; words that are displayed together stay as spoken. */
  public List<String> spellings() {
    List<String> spellings = new ArrayList<>(words.stream().map(Word::text).toList());
    for (DisplayWord shown : displayWords) {
      if (shown.endWord() - shown.firstWord() == 1) {
        spellings.set(shown.firstWord(), shown.text());
      }
    }
    return spellings;
  }

  /**
   * The reading of some of the words, as an engine would have recognised them: their part of the
   * text, or the words themselves if the text is not made of them.
   */
  public Reading part(int from, int to) {
    List<DisplayWord> shown = new ArrayList<>();
    for (DisplayWord each : displayWords) {
      if (each.firstWord() >= from && each.endWord() <= to) {
        shown.add(new DisplayWord(each.text(), each.firstWord() - from, each.endWord() - from));
      } else {
        // cut through: the spoken words, rather than parts of another display word
        for (int i = Math.max(from, each.firstWord()); i < Math.min(to, each.endWord()); i++) {
          shown.add(new DisplayWord(words.get(i).text(), i - from, i + 1 - from));
        }
      }
    }
    List<Word> own = words.subList(from, to);
    return recognized(text(from, to, own, shown), confidence, own, shown);
  }

  private String text(int from, int to, List<Word> own, List<DisplayWord> shown) {
    List<Word> all = displayed();
    int[] places = new TextClock(display, all).wordStarts().stream().toArray();
    int first = displayWordAt(from);
    int end = displayWordAt(to);
    if (places.length != all.size() || first < 0 || end < 0) {
      return shown.isEmpty()
          ? own.stream().map(Word::text).collect(joining(" "))
          : shown.stream().map(DisplayWord::text).collect(joining(" "));
    }
    int begin = first == 0 ? 0 : places[first];
    return display.substring(begin, end == places.length ? display.length() : places[end]).strip();
  }

  /** The display word that begins with a word; -1 if none does. */
  private int displayWordAt(int word) {
    if (displayWords.isEmpty()) {
      return word;
    }
    if (word == words.size()) {
      return displayWords.size();
    }
    return IntStream.range(0, displayWords.size())
        .filter(i -> displayWords.get(i).firstWord() == word)
        .findFirst()
        .orElse(-1);
  }
}
