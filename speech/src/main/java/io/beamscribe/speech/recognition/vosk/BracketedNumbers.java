// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.text.spellout.KoreanNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers up to 99 are words of the Korean model in digits and brackets, however they are said:
 * {@code [4]} before <i>명</i> is <i>네</i>, before <i>월</i> it is <i>사</i>. Written here as they are
 * said.
 */
final class BracketedNumbers {
  private static final Pattern BRACKETED = Pattern.compile("\\[\\d\\d?]");

  private static final int TEN = 10;

  private BracketedNumbers() {}

  /** As many words, as they are said. */
  static List<String> said(List<String> words) {
    if (words.stream().noneMatch(word -> word.startsWith("["))) {
      return words;
    }
    List<String> said = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      said.add(
          BRACKETED.matcher(word).matches()
              ? said(
                  word.substring(1, word.length() - 1),
                  i + 1 < words.size() ? words.get(i + 1) : "")
              : word);
    }
    return said;
  }

  private static String said(String digits, String next) {
    int number = Integer.parseInt(digits);
    return digits.length() > 1 && number < TEN
        ? KoreanNumbers.said(0, "") + KoreanNumbers.said(number, "")
        : KoreanNumbers.said(number, next);
  }
}
