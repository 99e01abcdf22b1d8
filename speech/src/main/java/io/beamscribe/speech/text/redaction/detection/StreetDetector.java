// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Streets with a number: Korean, Japanese and Chinese ones, of which the model knows none, by the
 * words for a district and a street and the number after them; English ones, some of which it
 * misses, by a number, names and the word for a street. Low confidence.
 */
final class StreetDetector implements Detector {
  private static final double CONFIDENCE = 0.5;

  private static final Map<String, Pattern> PATTERNS =
      Map.of(
          "en",
          Pattern.compile(
              "(?<![\\p{L}\\p{N}.,$£€])\\d{1,5}[A-Z]?(?:\\s(?:[NSEW]\\.?|\\d{1,3}(?:st|nd|rd|th)|\\p{Lu}\\p{L}+)){1,3}"
                  + "\\s(?:Ave|St|Rd|Blvd|Dr|Ln|Avenue|Street|Road|Boulevard|Drive|Lane)\\b"),
          "ko",
          Pattern.compile(
              "(?:[가-힣]{1,6}(?:시|도)\\s)?(?:[가-힣]{1,5}(?:시|군|구)\\s)?(?:[가-힣]{1,5}(?:읍|면|동)\\s)?"
                  + "[가-힣0-9]{1,8}(?:로|길|대로|동)\\s?\\d{1,4}(?:-\\d{1,4})?(?:번지|번길|호|번)?"
                  + "(?=$|\\s|에|이|입|예|로|의)(?:\\s?\\d{1,4}동)?(?:\\s?\\d{1,4}호)?"),
          "ja",
          Pattern.compile(
              "(?:\\p{IsHan}{1,4}\\s?[都道府県]\\s?)?(?:[\\p{IsHan}ぁ-んァ-ヶ]{1,6}?\\s?[市区郡]\\s?)?"
                  + "[\\p{IsHan}ぁ-んァ-ヶー]{1,8}?\\s?(?:\\d{1,3}\\s?丁目\\s?(?:\\d{1,4}\\s?(?:番地|番|[-の])?\\s?(?:\\d{1,4}\\s?号?)?)?"
                  + "|\\d{1,4}\\s?番地(?:\\s?の?\\s?\\d{1,4})?|(?<=[市区町村]\\p{IsHan}{0,6})\\d{1,3}-\\d{1,4}(?:-\\d{1,4})?)"),
          "zh",
          Pattern.compile(
              "(?:\\p{IsHan}{2,4}\\s?[省市]\\s?)?(?:\\p{IsHan}{1,4}\\s?[市区區县縣]\\s?)?"
                  + "\\p{IsHan}{1,6}?\\s?(?:路|街|大道|巷|弄|胡同)\\s?\\d{1,5}\\s?[号號弄](?:\\s?\\d{1,4}\\s?[号號][楼樓])?"
                  + "(?:\\s?\\d{1,5}\\s?(?:室|单元|單元|层|樓|楼))*"));

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    Pattern pattern = PATTERNS.get(stretch.language());
    if (pattern == null) {
      return found;
    }
    Matcher matcher = pattern.matcher(stretch.text());
    while (matcher.find()) {
      found.add(stretch.found(PersonalData.ADDRESS, matcher.start(), matcher.end(), CONFIDENCE));
    }
    return found;
  }
}
