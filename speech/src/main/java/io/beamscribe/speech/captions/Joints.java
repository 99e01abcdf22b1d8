// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out how well the text of a phrase can be divided after each of its pieces. */
final class Joints {
  /** A letter for a name, or several letters each with a stop. */
  private static final Pattern STOP_OF_LETTERS =
      Pattern.compile("\\P{L}*(?:\\p{Lu}|(?:\\p{L}\\.)+\\p{L})\\.");

  /** The number of a list, or in many languages a day or an ordinal. */
  private static final Pattern STOP_OF_NUMBER = Pattern.compile("\\P{L}*\\d{1,3}\\.");

  /** Languages whose ordinals have no full stop. */
  private static final Set<String> PLAIN_ORDINALS =
      Set.of("en", "es", "fr", "it", "pt", "nl", "ko", "ja", "zh");

  private static final String HONORIFICS = "おご";

  private static final Pattern CAPITALIZED = Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}'’.\\p{Lu}-]*");
  private static final Pattern MARKS_AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  private final List<TimedPiece> pieces;
  private final LanguageJoints language;
  private final boolean stopOrdinals;

  private Joints(List<TimedPiece> pieces, String language) {
    this.pieces = pieces;
    this.language = LanguageJoints.of(language);
    this.stopOrdinals = !PLAIN_ORDINALS.contains(language);
  }

  /**
   * The joint after each piece.
   *
   * @param language two letters; empty if unknown
   */
  static List<Joint> of(List<TimedPiece> pieces, String language) {
    Joints joints = new Joints(pieces, language);
    List<Joint> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      all.add(pieces.get(i).last() ? Joint.PHRASE_END : joints.after(i));
    }
    return all;
  }

  private Joint after(int i) {
    String text = pieces.get(i).text();
    String word = bare(text);
    String next = bare(pieces.get(i + 1).text());
    if (language.titles().contains(word)) {
      return Joint.BOUND;
    }
    if (endsSentence(i)) {
      return Joint.SENTENCE_END;
    }
    if (Punctuation.endsClause(text)) {
      return Joint.CLAUSE_END;
    }
    if (language.bound().contains(word) && !Punctuation.endsSentence(text) || isName(i)) {
      return Joint.BOUND;
    }
    if (language.loose().contains(word)) {
      return Joint.LOOSE;
    }
    if (continues(pieces.get(i + 1))) {
      return Joint.BOUND;
    }
    if (language.closing().stream().anyMatch(word::endsWith)) {
      return Joint.CLAUSE_END;
    }
    if (isEnding(pieces.get(i + 1)) || isOneLoanWord(text, pieces.get(i + 1))) {
      return Joint.LOOSE;
    }
    return language.connectives().contains(next) ? Joint.BEFORE_CONNECTIVE : Joint.PLAIN;
  }

  private boolean endsSentence(int i) {
    String text = pieces.get(i).text();
    if (!Punctuation.endsSentence(text)) {
      return false;
    }
    boolean stop = text.endsWith(".") && !text.endsWith("..");
    if (!stop) {
      return true;
    }
    if (STOP_OF_NUMBER.matcher(text).matches() && (stopOrdinals || i == 0 || endsSentence(i - 1))) {
      return false;
    }
    String next = pieces.get(i + 1).text();
    return !STOP_OF_LETTERS.matcher(text).matches()
        && !language.abbreviations().contains(bare(text))
        && !Character.isLowerCase(next.codePointAt(0));
  }

  /** Whether this word and the next are parts of one name, by their capitals. */
  private boolean isName(int i) {
    String text = pieces.get(i).text();
    String next = MARKS_AROUND.matcher(pieces.get(i + 1).text()).replaceAll("");
    boolean begins = i == 0 || endsSentence(i - 1);
    return CAPITALIZED.matcher(text).matches()
        && CAPITALIZED.matcher(next).matches()
        && !language.isFunctionWord(bare(text))
        && !language.isFunctionWord(bare(next))
        && !language.titles().contains(bare(next))
        && !(begins && text.length() < 2);
  }

  /** Whether a piece in a script without spaces is a particle or an ending. */
  private boolean continues(TimedPiece piece) {
    return !piece.spaced() && language.continuing().contains(bare(piece.text()));
  }

  /** Whether what the dictionary divides may be one word of Japanese in letters for loan words. */
  private static boolean isOneLoanWord(String text, TimedPiece next) {
    return !next.spaced()
        && isKatakana(text.codePointBefore(text.length()))
        && isKatakana(next.text().codePointAt(0));
  }

  private static boolean isKatakana(int letter) {
    return letter == 'ー' || UnicodeScript.of(letter) == UnicodeScript.KATAKANA;
  }

  /** Whether a piece begins like an ending of Japanese. */
  private static boolean isEnding(TimedPiece piece) {
    return !piece.spaced()
        && UnicodeScript.of(piece.text().codePointAt(0)) == UnicodeScript.HIRAGANA
        && HONORIFICS.indexOf(piece.text().charAt(0)) < 0;
  }

  private static String bare(String text) {
    return MARKS_AROUND.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
