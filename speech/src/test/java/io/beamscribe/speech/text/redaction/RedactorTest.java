// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {
  private static final Set<PersonalData> ALL = EnumSet.allOf(PersonalData.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | my card is four one one one one one one one one one one one one one one one thanks"
            + " | my card is [card] thanks",
        "en-US | my card is four one one one one one one one one one one one one one one two thanks"
            + " | my card is [card] thanks",
        "en-US | call me at two oh two five five five oh one four three please"
            + " | call me at [phone] please",
        "en-US | write to john dot smith at example dot com today | write to [email] today",
        "en-US | it is on bluewidget dot org slash help | it is on [url]",
        "en-US | my social is one two three four five six seven eight nine | my social is [ssn]",
        "en-US | my name is siobhan quill and i called before | my name is [name] and i called"
            + " before",
        "en-US | this is ulrika calling from the bank | this is [name] calling from the bank",
        "en-US | the order number is eight eight four one two two three | the order number is [id]",
        "en-US | i was born on may third nineteen eighty two | i was born on [date]",
        "ko-KR | 제 주민등록번호는 900101-1234567 입니다 | 제 주민등록번호는 [ssn] 입니다",
        "ko-KR | 김철수 고객님 안녕하세요 | [name] 고객님 안녕하세요",
        "ko-KR | 전화번호는 010-1234-5678 입니다 | 전화번호는 [phone] 입니다",
        "ja-JP | 田中 さん お願い します | [name] さん お願い します",
        "zh-CN | 身份证 11010519491231002X 谢谢 | 身份证 [ssn] 谢谢",
        "de-DE | meine IBAN ist DE89 3704 0044 0532 0130 00 danke | meine IBAN ist [iban] danke",
        "es-ES | mi dni es 12345678Z gracias | mi dni es [ssn] gracias",
        "fr-FR | je m'appelle Jean Dupont et je | je m'appelle [name] et je",
        "en-US | my email address is sara h at proton mail dot com thanks"
            + " | my email address is [email] thanks",
        "en-US | security code three one nine | security code [card]",
        "en-US | the cvv is three two one | the cvv is [card]",
        "en-US | the server is at ten dot zero dot zero dot fourteen | the server is at [ip]",
        "en-US | my last name is kowalski k o w a l s k i | my last name is [name]",
        "en-US | my name is anna o'brien that is o apostrophe b r i e n | my name is [name]",
        "en-US | my name is violet the v-i-o-l-e-t | my name is [name]",
        "en-US | tax id twelve three four five six seven eight nine | tax id [id]",
        "en-US | my social ends in four four two one | my social ends in [ssn]",
        "en-US | born on the second of november eighty eight | born on [date]",
        "en-US | i spell it k o w a l s k i | i spell it [name]",
        "de-DE | meine kundennummer ist vier vier sieben eins neun | meine kundennummer ist [id]",
        "es-ES | nací el tres de mayo de mil novecientos ochenta | nací el [date]",
        "ko-KR | 제 번호는 공일공 구팔칠육 오사삼이예요 | 제 번호는 [phone]",
        "ko-KR | 계좌번호는 일일공 이삼사 오육칠팔구공입니다 | 계좌번호는 [id]",
        "ko-KR | 주소는 서울시 강남구 테헤란로 백이십삼이에요 | 주소는 [address]",
        "ko-KR | 이메일은 지영 골뱅이 네이버 닷컴 | 이메일은 [email]",
        "ja-JP | 電話番号は〇九〇一二三四五六七八です | [phone]",
        "ja-JP | 生年月日は 昭和五十五年五月三日 です | 生年月日は [date] です",
        "ja-JP | 住所は 東京都港区六本木一の二の三 です | 住所は [address] です",
        "ja-JP | 名前は 佐藤花子 です | 名前は [name] です",
        "zh-CN | 我住在 北京市朝阳区建国路八十八号 | 我住在 [address]",
        "zh-CN | 我的电话是 一三八一二三四五六七八 | 我的电话是 [phone]",
      })
  void putsAPlaceholder(String locale, String said, String left) throws Exception {
    Redacted redacted = redact(locale, List.of(phrase(0, 0, said)));
    Reading best = redacted.phrases().get(0).best();
    assertThat(best.lexical()).isEqualTo(left);
    assertThat(best.display()).isEqualTo(left);
    assertThat(best.itn()).isEqualTo(left);
    assertThat(best.maskedItn()).isEqualTo(left);
    assertThat(best.words()).extracting(Word::text).containsExactly(left.split(" "));
    assertThat(best.displayed()).extracting(Word::text).containsExactly(left.split(" "));
    assertThat(redacted.entities()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | we sold twenty three thousand four hundred units in may of two thousand and"
            + " nineteen",
        "en-US | it costs nineteen dollars and ninety nine cents at ten thirty p m",
        "en-US | one two three testing one two three",
        "en-US | connect the dot in the picture and look at the dot at the end",
        "en-US | this is great and it is what we call a good idea",
        "en-US | the population is one million two hundred and fifty thousand three hundred people",
        "ko-KR | 이 님은 갔습니다 그리고 전화번호를 모릅니다",
        "ko-KR | 만이천 원입니다 월요일 세 시에 만나요",
        "ja-JP | 合計で 千二百円です",
        "zh-CN | 一共一千二百元",
        "pt-BR | custa doze reais e cinquenta centavos",
      })
  void leavesOtherWordsAlone(String locale, String said) throws Exception {
    Redacted redacted = redact(locale, List.of(phrase(0, 0, said)));
    assertThat(redacted.entities()).isEmpty();
    assertThat(redacted.phrases()).containsExactly(phrase(0, 0, said));
  }

  @Test
  void aNameThatWasSaidOnceIsTakenOutWhereverItIsSaid() throws Exception {
    Redacted redacted =
        redact(
            "en-US",
            List.of(
                phrase(0, 0, "i will ask siobhan will and brown bread"),
                phrase(0, 10_000, "my name is siobhan brown"),
                phrase(1, 20_000, "thank you siobhan's order has brown paper")));
    assertThat(redacted.phrases())
        .extracting(phrase -> phrase.best().lexical())
        .containsExactly(
            "i will ask [name] will and brown bread",
            "my name is [name]",
            "thank you [name] order has brown paper");
    assertThat(redacted.entities()).hasSize(3);
  }

  @Test
  void joinsDigitsAcrossPhrasesAndTheOkayOfTheOther() throws Exception {
    List<Phrase> phrases =
        List.of(
            phrase(0, 0, "my card number is four one one one one one one one"),
            phrase(1, 6_000, "okay"),
            phrase(0, 7_500, "one one one one"),
            phrase(1, 10_000, "go on"),
            phrase(0, 11_500, "one one one one that's it"));
    Redacted redacted = redact("en-US", phrases);
    assertThat(redacted.phrases())
        .extracting(phrase -> phrase.best().display())
        .containsExactly("my card number is [card]", "okay", "[card]", "go on", "[card] that's it");
    assertThat(redacted.entities())
        .extracting(Entity::category, Entity::phrase, Entity::firstWord, Entity::endWord)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(PersonalData.CARD, 0, 4, 12),
            org.assertj.core.groups.Tuple.tuple(PersonalData.CARD, 2, 0, 4),
            org.assertj.core.groups.Tuple.tuple(PersonalData.CARD, 4, 0, 4));
  }

  @Test
  void keepsDigitsApartThatALongPauseSeparates() throws Exception {
    Redacted redacted =
        redact(
            "en-US",
            List.of(
                phrase(0, 0, "four one one one one one one one"),
                phrase(0, 60_000, "one one one one one one one one")));
    assertThat(redacted.entities()).isEmpty();
  }

  @Test
  void keepsMarksAndTimes() throws Exception {
    List<Word> words =
        words(1_000, "reach me at two oh two five five five oh one four three".split(" "));
    List<DisplayWord> shown =
        List.of(
            new DisplayWord("Reach", 0, 1),
            new DisplayWord("me", 1, 2),
            new DisplayWord("at", 2, 3),
            new DisplayWord("(202-555-0143).", 3, 13));
    String text = "Reach me at (202-555-0143).";
    Reading reading = new Reading("x", "x", "x", text, 0.9, words, shown);
    Phrase phrase = new Phrase(0, 1_000, 7_500, null, List.of(reading));
    Redacted redacted = redact("en-US", List.of(phrase));
    Reading best = redacted.phrases().get(0).best();
    assertThat(best.display()).isEqualTo("Reach me at ([phone]).");
    assertThat(best.displayWords())
        .hasSize(4)
        .last()
        .isEqualTo(new DisplayWord("([phone]).", 3, 4));
    assertThat(best.words().get(3)).isEqualTo(new Word("[phone]", 2_500, 7_400, 0.9));
    assertThat(redacted.entities())
        .containsExactly(new Entity(PersonalData.PHONE, 0, 0, 3, 13, 2_500, 7_400, 0.95));
  }

  @Test
  void takesTheSameTimesOutOfOtherReadings() throws Exception {
    Reading best =
        reading(0, "my card is four one one one one one one one one one one one one one one one");
    Reading other =
        reading(0, "my cart is for one one won one one one one one one one one one one one oh");
    Reading textOnly = Reading.verbatim("my card is 4111 1111 1111 1111", 0.5, List.of());
    Phrase phrase = new Phrase(0, 0, 10_000, null, List.of(best, other, textOnly));
    assertThat(redact("en-US", List.of(phrase)).phrases().get(0).readings())
        .extracting(Reading::lexical)
        .containsExactly("my card is [card]", "my cart is [card]");
  }

  @Test
  void redactsDocumentsWithoutWords() throws Exception {
    Reading reading = Reading.verbatim("Call 202-555-0143, please.", 0.9, List.of());
    Redacted redacted = redact("en-US", List.of(new Phrase(0, 0, 4_000, null, List.of(reading))));
    Reading best = redacted.phrases().get(0).best();
    assertThat(best.words()).isEmpty();
    assertThat(List.of(best.lexical(), best.itn(), best.maskedItn(), best.display()))
        .containsOnly("Call [phone], please.");
    assertThat(redacted.entities().get(0).startMilliseconds()).isEqualTo(1_333);
  }

  @Test
  void takesOutOnlyTheKindsAskedFor() throws Exception {
    Phrase phrase =
        phrase(0, 0, "call two oh two five five five oh one four three or john at example dot com");
    assertThat(
            new Redactor(EnumSet.of(PersonalData.EMAIL), "en-US", null)
                .redact(List.of(phrase))
                .phrases()
                .get(0)
                .best()
                .lexical())
        .isEqualTo("call two oh two five five five oh one four three or [email]");
  }

  @Test
  void findsNothingTwice() throws Exception {
    List<Phrase> phrases =
        List.of(
            phrase(
                0,
                0,
                "my card is four one one one one one one one one one one one one one one one"));
    List<Phrase> once = redact("en-US", phrases).phrases();
    Redacted twice = redact("en-US", once);
    assertThat(twice.phrases()).isEqualTo(once);
    assertThat(twice.entities()).isEmpty();
  }

  private static Redacted redact(String locale, List<Phrase> phrases) throws Exception {
    return new Redactor(ALL, locale, null).redact(phrases);
  }

  private static Phrase phrase(int channel, long start, String said) {
    int count = said.split(" ").length;
    return new Phrase(channel, start, start + 500L * count, null, List.of(reading(start, said)));
  }

  private static Reading reading(long start, String said) {
    return Reading.verbatim(said, 0.9, words(start, said.split(" ")));
  }

  private static List<Word> words(long start, String... texts) {
    List<Word> words = new ArrayList<>();
    for (String text : texts) {
      long at = start + words.size() * 500L;
      words.add(new Word(text, at, at + 400, 0.9));
    }
    return words;
  }
}
