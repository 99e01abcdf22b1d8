// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a listed phrase may stand in a text. */
final class Spellings {
  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}'’])\\p{L}");

  /** Also after an apostrophe, as in D'Albe, but not in the endings of words. */
  private static final Pattern PART = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?=\\p{L}{2})");

  /** Written without spaces between words. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Spellings() {}

  /** The phrase as listed, in lower case, and with capitals: with what goes before it. */
  static Set<String> of(String phrase) {
    String lower = phrase.toLowerCase(Locale.ROOT);
    Set<String> all = new LinkedHashSet<>();
    String capital = capitals(WORD, lower);
    for (String each : new String[] {phrase, lower, capital, capitals(PART, capital)}) {
      all.add(" " + each);
      if (UNSPACED.contains(script(each.codePointAt(0)))) {
        all.add(each);
      }
    }
    return all;
  }

  /** Whether letters may follow it, as Korean particles do, and all words that no space divides. */
  static boolean mayGoOn(String phrase) {
    UnicodeScript last = script(phrase.codePointBefore(phrase.length()));
    return last == UnicodeScript.HANGUL || UNSPACED.contains(last);
  }

  private static UnicodeScript script(int letter) {
    return UnicodeScript.of(letter);
  }

  private static String capitals(Pattern letters, String text) {
    return letters.matcher(text).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
  }
}
