// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.text.DataFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Korean, Japanese and Chinese names, of which the model knows none: a common surname with a title
 * after it, or where somebody says his name. Low confidence.
 */
final class SurnameDetector implements Detector {
  private static final double CONFIDENCE = 0.5;

  private static final Map<String, Pattern> PATTERNS = Collections.unmodifiableMap(patterns());

  private static Map<String, Pattern> patterns() {
    Map<String, String> surnames = new HashMap<>();
    for (String line : DataFile.lines(SurnameDetector.class, "surnames.txt")) {
      String[] words = line.split(" ");
      surnames.put(
          words[0],
          Stream.of(words)
              .skip(1)
              .sorted((a, b) -> b.length() - a.length())
              .collect(joining("|", "(?:", ")")));
    }
    Map<String, Pattern> patterns = new HashMap<>();
    patterns.put(
        "ko",
        Pattern.compile(
            "(?<![가-힣])(?!고객|선생|사장|부장|과장|대리|팀장|교수|박사|원장|부모|주인|기사|이모|고모|손님)(%1$s[가-힣]{1,2})(?=\\s?(?:님|씨|고객님|선생님|과장|부장|대리|사장|팀장|교수|박사)(?![가-힣]{3}))"
                    .formatted(surnames.get("ko"))
                + "|(?:이름은|이름이|성함은|성함이)\\s(%1$s[가-힣]{1,2}?)(?=이?(?:라고|입니다|이고|예요|이에요|\\s|$))"
                    .formatted(surnames.get("ko"))
                + "|(?:저는|제가|나는|난|전)\\s(%1$s[가-힣]{2}?)(?=이?(?:라고|라 합니다|랍니다))"
                    .formatted(surnames.get("ko"))));
    patterns.put(
        "ja",
        Pattern.compile(
            "(%1$s(?:\\s?[\\p{IsHan}ぁ-んァ-ヶー]{1,3}?)?)(?=\\s?(?:さん|さま|様|氏|先生|君|くん|ちゃん|と\\s?申し|と\\s?いい|と\\s?言い))"
                    .formatted(surnames.get("ja"))
                + "|(?:名前|氏名)\\s?は\\s?(%1$s\\s?[\\p{IsHan}ぁ-んァ-ヶー]{1,4}?)(?=\\s?(?:です|で|と|$))"
                    .formatted(surnames.get("ja"))));
    patterns.put(
        "zh",
        Pattern.compile(
            "(%1$s(?:\\s?\\p{IsHan}){0,2}?)(?=\\s?(?:先\\s?生|女\\s?士|小\\s?姐|太\\s?太|老\\s?师|老\\s?師|经\\s?理|經\\s?理))"
                    .formatted(surnames.get("zh"))
                + "|我\\s?姓\\s?(%1$s)".formatted(surnames.get("zh"))
                + "|(?:我\\s?叫|名\\s?字\\s?叫|名\\s?字\\s?是)\\s?(%1$s(?:\\s?\\p{IsHan}){1,2})"
                    .formatted(surnames.get("zh"))));
    return patterns;
  }

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    Pattern pattern = PATTERNS.get(stretch.language());
    if (pattern == null) {
      return found;
    }
    Matcher matcher = pattern.matcher(stretch.text());
    while (matcher.find()) {
      int group = 1;
      while (matcher.group(group) == null) {
        group++;
      }
      found.add(
          stretch.found(PersonalData.NAME, matcher.start(group), matcher.end(group), CONFIDENCE));
    }
    return found;
  }
}
