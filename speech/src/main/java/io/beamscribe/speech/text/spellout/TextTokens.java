// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spellout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of written lines as they are spoken, sentence by sentence: numbers and signs in words,
 * marks left out. Not thread-safe.
 */
public final class TextTokens {
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[.!?:;…])\\s+|(?<=[。！？])|[()\\[\\]\"“”]");
  private static final Pattern PART =
      Pattern.compile(
          "[\\d][\\d.,:]*\\d[%°]?|\\d[%°]?|[$€£¥₩]\\s?\\d[\\d.,]*"
              + "|[\\p{IsLatin}\\p{M}]+(?:['’][\\p{IsLatin}]+)*|\\p{IsHangul}+"
              + "|(?:(?!\\p{IsLatin}|\\p{IsHangul})[\\p{L}\\p{M}])+(?:['’]\\p{L}+)*|[%&@+=]");

  private final SpokenForms spoken;
  private final boolean korean;
  private final Locale locale;

  /**
   * @param locale BCP 47
   */
  public TextTokens(String locale) {
    this.spoken = SpokenForms.of(locale);
    this.locale = Locale.forLanguageTag(locale);
    this.korean = this.locale.getLanguage().equals("ko");
  }

  /** The sentences of a line; none is empty. */
  public List<List<String>> sentences(String line) {
    List<List<String>> sentences = new ArrayList<>();
    String plain = Normalizer.normalize(line.replace("\uFEFF", ""), Normalizer.Form.NFKC);
    for (String sentence : SENTENCE.split(plain)) {
      List<String> words = words(sentence);
      if (!words.isEmpty()) {
        sentences.add(words);
      }
    }
    return sentences;
  }

  /** The words of a phrase. */
  public List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher parts = PART.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    String number = "";
    int end = -1;
    while (parts.find()) {
      String part = parts.group();
      if (!number.isEmpty()) {
        words.addAll(number(number, parts.start() == end ? part : ""));
        number = "";
      }
      if (Character.isDigit(part.charAt(part.length() - 1))) {
        number = part;
        end = parts.end();
      } else if (part.codePoints().anyMatch(Character::isLetter)) {
        words.add(part);
      } else {
        words.addAll(said(part));
      }
    }
    if (!number.isEmpty()) {
      words.addAll(number(number, ""));
    }
    return words;
  }

  private List<String> number(String number, String after) {
    String counted = korean && number.matches("[1-9]\\d?") ? KoreanNumbers.counted(after) : "";
    if (!counted.isEmpty()) {
      return List.of(KoreanNumbers.said(Integer.parseInt(number), counted));
    }
    return said(number);
  }

  private List<String> said(String written) {
    return spoken.speak(written).stream()
        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
        .toList();
  }
}
