// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.DisplayWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EastAsianNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "제 전화번호는 공일공 일이삼사 오육칠팔 입니다 | 제 전화번호는 010-1234-5678 입니다",
        "삼만 오천 원 을 냈어요 | ₩35,000 을 냈어요",
        "삼만오천원입니다 | ₩35,000입니다",
        "내일 오후 세 시 삼십 분 에 만나요 | 내일 오후 3:30 에 만나요",
        "열 시 십 분 전 | 10시 10분 전",
        "이천이십육년 십일월 삼십일까지 | 2026년 11월 30일까지",
        "오월 이십일 | 5월 20일",
        "올해 서른다섯 살이에요 | 올해 35살이에요",
        "스물 한 살 | 21살",
        "직원이 백이십명입니다 | 직원이 120명입니다",
        "금리가 삼 점 오 퍼센트 올랐습니다 | 금리가 3.5% 올랐습니다",
        "영하 십오 도 | 영하 15도",
        "백칠십오 센티미터 예요 | 175 cm 예요",
        "삼층 오백이호입니다 | 3층 502호입니다",
        "일 박 이 일 | 1박 2일",
        "사분의 삼 | 3/4",
        "열일곱번째 | 17번째",
        "비밀번호는 일이삼사예요 | 비밀번호는 1234예요",
        "마이너스일억사천이백칠십구만구천팔십이 | -142,799,082",
      })
  void koreanNumbersAreWrittenAndTheirParticlesStay(String spoken, String written) {
    assertThat(write("ko-KR", words(spoken), " ")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "電話番号は〇九〇の一二三四の五六七八です | 電話番号は090-1234-5678です",
        "午後三時三十分に会いましょう | 午後3時30分に会いましょう",
        "九時十分前 | 9時10分前",
        "八時半頃 | 8時半頃",
        "二〇二六年十一月三十日 | 2026年11月30日",
        "合計で一万二千三百四十五円になります | 合計で12,345円になります",
        "今年三十五歳です | 今年35歳です",
        "気温はマイナス五度です | 気温は-5度です",
        "金利が三点五パーセント上がりました | 金利が3.5%上がりました",
        "身長は百七十五センチです | 身長は175cmです",
        "第二十回大会 | 第20回大会",
        "三分の二以上 | 2/3以上",
        "二三日待ってください | 2、3日待ってください",
        "二泊三日の旅行 | 2泊3日の旅行",
        "三から四月 | 3〜4月",
        "郵便番号は一〇〇の〇〇〇一です | 郵便番号は100-0001です",
        "四一一一一一一一一一一一一一一一 | 4111 1111 1111 1111",
        "一兆一千万 | 1,000,010,000,000",
      })
  void japaneseNumbersAreWrittenHoweverTheirWordsAreDivided(String spoken, String written) {
    assertThat(write("ja-JP", words(spoken), "")).isEqualTo(written);
    assertThat(write("ja-JP", characters(spoken), "")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我的电话是幺三八零零幺三八零零零 | 我的电话是13800138000",
        "下午三点半开会 | 下午3:30开会",
        "四点五十起床 | 4:50起床",
        "十点一刻 | 10点1刻",
        "二零二六年十一月三十号 | 2026年11月30号",
        "价格是一百二十八元 | 价格是¥128",
        "三千三百八十元五角八分 | ¥3380.58",
        "一点五万美元 | US$1.5万",
        "一共三万五千块钱 | 一共35,000块钱",
        "优惠百分之二十 | 优惠20%",
        "负百分之十三 | -13%",
        "二百五十 | 250",
        "四百五 | 450",
        "一万零四十 | 10,040",
        "三千两百两 | 3200两",
        "一百一十九万 | 119万",
        "七八个人 | 7~8个人",
        "每小时一百二十公里 | 120km/h",
        "一米七五 | 1.75m",
        "一又二分之一 | 1又1/2",
        "第二十届 | 第20届",
        "幺二七点零点零点幺 | 127.0.0.1",
        "我有二十 三十 | 我有20 30",
      })
  void chineseNumbersAreWrittenHoweverTheirWordsAreDivided(String spoken, String written) {
    assertThat(write("zh-CN", words(spoken), "")).isEqualTo(written);
    assertThat(write("zh-CN", characters(spoken), "")).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "ja", "zh"})
  void ordinarySentencesStay(String language) throws IOException {
    try (InputStream file = getClass().getResourceAsStream(language + "-plain.txt")) {
      List<String> sentences =
          new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();

      assertThat(sentences).hasSizeGreaterThanOrEqualTo(40);
      assertThat(sentences).allSatisfy(each -> assertUnchanged(language, each));
    }
  }

  private static void assertUnchanged(String language, String sentence) {
    assertThat(write(language, words(sentence), " ")).isEqualTo(sentence);
    if (!language.equals("ko")) {
      assertThat(write(language, characters(sentence), "")).isEqualTo(sentence);
    }
  }

  @Test
  void aWrittenPieceKnowsItsWords() {
    assertThat(InverseTextNormalizer.of("ko-KR").write(words("오천 원 을 냈어요")))
        .containsExactly(
            new DisplayWord("₩5000", 0, 2),
            new DisplayWord("을", 2, 3),
            new DisplayWord("냈어요", 3, 4));
  }

  private static String write(String locale, List<String> words, String between) {
    return InverseTextNormalizer.of(locale).write(words).stream()
        .map(DisplayWord::text)
        .collect(joining(between));
  }

  private static List<String> words(String spoken) {
    return Stream.of(spoken.strip().split(" ")).toList();
  }

  private static List<String> characters(String spoken) {
    return spoken.replace(" ", "").codePoints().mapToObj(Character::toString).toList();
  }
}
