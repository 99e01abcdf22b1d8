// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.text.FirstCapital;
import io.beamscribe.speech.text.WrittenLanguage;
import io.beamscribe.speech.text.punctuation.MarkedWord;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reading while its forms are written. Immutable.
 *
 * @param words as spoken
 * @param pieces the written form without marks: of all words, in order
 * @param marked marks and capital letters of each word
 */
record Draft(List<Word> words, List<DisplayWord> pieces, List<MarkedWord> marked) {
  /** Addresses of mail and of the web are no words, and begin no sentence with a capital. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\S*@\\S*|https?://\\S+|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{Ll}{2,}(?:/\\S*)?");

  Draft {
    words = List.copyOf(words);
    pieces = List.copyOf(pieces);
    marked = List.copyOf(marked);
  }

  /** The words as spoken, separated by spaces. */
  String lexical() {
    return words.stream().map(Word::text).filter(text -> !text.isEmpty()).collect(joining(" "));
  }

  /** The written form, separated by spaces. */
  String itn() {
    return pieces.stream()
        .map(DisplayWord::text)
        .filter(text -> !text.isEmpty())
        .collect(joining(" "));
  }

  /** The pieces with marks and capital letters. */
  List<DisplayWord> displayWords() {
    return pieces.stream().map(this::shown).toList();
  }

  private DisplayWord shown(DisplayWord piece) {
    MarkedWord first = marked.get(piece.firstWord());
    String after = marked.get(piece.endWord() - 1).after();
    String core = isPlain(piece) ? first.spelling() : written(piece, first.spelling());
    // An abbreviation at the end of a sentence has one full stop.
    String end = core.endsWith(".") && after.startsWith(".") ? after.substring(1) : after;
    return new DisplayWord(first.before() + core + end, piece.firstWord(), piece.endWord());
  }

  private String written(DisplayWord piece, String spelling) {
    boolean begins =
        !spelling.isEmpty()
            && Character.isUpperCase(spelling.codePointAt(0))
            && !spelling.equals(words.get(piece.firstWord()).text());
    return begins && !piece.text().isEmpty() && !ADDRESS.matcher(piece.text()).matches()
        ? FirstCapital.of(piece.text(), Locale.ROOT)
        : piece.text();
  }

  /** Whether a piece is a word as spoken. */
  boolean isPlain(DisplayWord piece) {
    return piece.endWord() - piece.firstWord() == 1
        && piece.text().equals(words.get(piece.firstWord()).text());
  }

  /** The words as spoken, one by one. */
  List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  /** A copy with another written form. */
  Draft with(List<DisplayWord> others) {
    return new Draft(words, others, marked);
  }

  /** A copy with other marks and capital letters. */
  Draft marked(List<MarkedWord> others) {
    return new Draft(words, pieces, others);
  }

  /** A copy without marks; capital letters stay. */
  Draft withoutMarks() {
    return marked(marked.stream().map(word -> MarkedWord.plain(word.spelling())).toList());
  }

  /** Words of a language as text. */
  static String joined(List<DisplayWord> shown, String locale) {
    return WrittenLanguage.joined(shown.stream().map(DisplayWord::text).toList(), locale);
  }

  /** Words whose times are unknown. */
  static List<Word> untimed(String lexical) {
    return Stream.of(lexical.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> new Word(word, 0, 0, 0))
        .toList();
  }
}
