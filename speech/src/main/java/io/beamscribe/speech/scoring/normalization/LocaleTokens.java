// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.normalization;

import io.beamscribe.speech.text.spellout.SpokenForms;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words with numbers spelled out; characters where a script has no spaces between words. */
final class LocaleTokens {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private LocaleTokens() {}

  static List<String> of(String text, String locale) {
    List<String> tokens = new ArrayList<>();
    for (String word : BasicTokens.of(spoken(text, locale))) {
      divide(word, tokens);
    }
    return tokens;
  }

  /** The text with what has digits and signs in words, as far as the language is known. */
  static String spoken(String text, String locale) {
    if (locale.isEmpty()) {
      return text;
    }
    SpokenForms forms = SpokenForms.of(locale);
    StringBuilder words = new StringBuilder();
    for (String word : Tokens.words(text)) {
      for (String said : forms.speak(word)) {
        words.append(said).append(' ');
      }
    }
    return words.toString();
  }

  private static void divide(String word, List<String> tokens) {
    StringBuilder run = new StringBuilder();
    boolean alone = false; // whether the last token was a character, which takes its marks
    for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
      int each = word.codePointAt(at);
      boolean mark = Character.getType(each) == Character.NON_SPACING_MARK;
      if (mark && alone && run.length() == 0) {
        tokens.set(tokens.size() - 1, tokens.get(tokens.size() - 1) + Character.toString(each));
      } else if (isAlone(each)) {
        flush(run, tokens);
        tokens.add(Character.toString(each));
        alone = true;
      } else {
        run.appendCodePoint(each);
        alone = false;
      }
    }
    flush(run, tokens);
  }

  private static boolean isAlone(int each) {
    return each == 'ー' || WITHOUT_SPACES.contains(UnicodeScript.of(each));
  }

  private static void flush(StringBuilder run, List<String> tokens) {
    if (run.length() > 0) {
      tokens.add(run.toString());
      run.setLength(0);
    }
  }
}
