// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfanityFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | What the Fuck, is this shit? | What the F***, is this s***?",
        "en-US | those motherfuckers are bullshitting us | those m************ are b*********** us",
        "en-US | you son-of-a-bitch. | you son-of-a-b****.",
        "en-US | it's shit's end, mother-fucker | it's s***'s end, mother-f*****",
        "en-GB | what a load of bollocks | what a load of b*******",
        "en-US | he told me to suck my dick | he told me to s*** m* d***",
        "de-DE | Scheißegal, du Arschloch! | S*********, du A********!",
        "de-DE | so eine verfickte Scheiße | so eine v******** S******",
        "es-MX | no me chingues, hijo de puta | no me chingues, hijo de p***",
        "fr-FR | espèce d'enculé, ta gueule | espèce d'e*****, t* g*****",
        "fr-FR | quelle bande de connards | quelle bande de c*******",
        "it-IT | che cazzo vuoi, stronzi | che c**** vuoi, s******",
        "it-IT | porco dio | p**** d**",
        "pt-BR | vai se foder, caralho! | vai se f****, c******!",
        "nl-NL | wat een klootzak | wat een k*******",
        "ru-RU | иди на хуй, долбоёб | иди на х**, д******",
        "tr-TR | SİKTİR git | S***** git",
        "pl-PL | o kurwa, zajebisty | o k****, z********",
        "sv-SE | din jävla fitta | din j**** f****",
        "ko-KR | 야 이 개새끼야, 씨발놈아 | 야 이 개***, 씨***",
        "ko-KR | 병신같은 소리 하지 마 | 병*** 소리 하지 마",
        "ja-JP | ふざけるなクソ野郎 | ふざけるなク***",
        "ja-JP | 黙れ 馬鹿 野郎 | 黙れ 馬***",
        "zh-CN | 你他妈的在干什么 | 你他**在干什么",
        "zh-CN | 这个 傻 逼 | 这个 傻*",
      })
  void masksAllButTheFirstLetter(String locale, String text, String masked) {
    assertThat(filter(locale, ProfanityMode.MASKED).apply(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | The cockpit crew from Scunthorpe and Essex ate shiitake in Middlesex",
        "en-US | Dick Van Dyke and Alan Cumming passed the bass class in Sussex",
        "en-US | assess the assassin's classic assets, and grasshoppers, magna cum laude",
        "en-US | the cucumber, the titmouse and the peacock in Penistone; spic and span",
        "en-US | a chink in the armor; homo sapiens; fire retardant; the Pussy Riot show; cumin",
        "de-DE | die Vögel, der Mufti, ein Ass, dick und nass, Passau, Fickler",
        "es-ES | coger el autobús, la chaqueta, la leche, un pajero, el pinche de cocina",
        "fr-FR | concours, contact, culture, le cul-de-sac, la tapette, habite, concombre",
        "it-IT | la guerra di Troia, lo zoccolo, i figli, cazzuola, la negritudine",
        "pt-PT | a bicha do cacete, a rapariga, cultura, computador, reputação",
        "nl-NL | de kutsla? nee: kanker, eikel, lullen, pot, hoera",
        "ru-RU | хуже, мандарин, мандат, сукно, небеса, ребенок, хлебать, Хуан",
        "tr-TR | götürmek, sikke, piçeteci, ama, musiki, bokser",
        "pl-PL | kurczak, chusta, jest, pizza",
        "ko-KR | 시발점에서 먹지 보지 마세요 병신년에 껌을 씹다 자지 마",
        "ja-JP | ばかりではなく、死ねば終わり、くそう。ちこく",
        "zh-CN | 我妈的手机在妈妈的包里, 操作系统, 日本, 今日你好, 贱卖",
      })
  void leavesHarmlessWords(String locale, String text) {
    assertThat(filter(locale, ProfanityMode.MASKED).apply(text)).isEqualTo(text);
  }

  @Test
  void writesTheTagsOfTheCloudService() {
    assertThat(filter("en-US", ProfanityMode.TAGS).apply("Oh, Shit!"))
        .isEqualTo("Oh, <profanity>Shit</profanity>!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fucking hell, this is shit. | Hell, this is.",
        "Shit, I forgot. | I forgot.",
        "What the fuck? | What the?",
        "It is fucking fine. | It is fine.",
        "Fuck. Go. Shit! Stop. | Go. Stop.",
      })
  void closesTheGapsOfWhatIsRemoved(String text, String left) {
    ProfanityFilter filter = filter("en-US", ProfanityMode.REMOVED);
    assertThat(filter.apply(text)).isEqualTo(left);
    assertThat(filter.apply(pieces(text)).stream().map(DisplayWord::text).toList())
        .isEqualTo(List.of(left.split(" ")));
  }

  @Test
  void keepsTheWordsOfEachDisplayWord() {
    List<DisplayWord> pieces =
        List.of(
            new DisplayWord("25", 0, 2),
            new DisplayWord("fucking", 2, 3),
            new DisplayWord("dollars,", 3, 4));
    assertThat(filter("en-US", ProfanityMode.MASKED).apply(pieces))
        .containsExactly(pieces.get(0), new DisplayWord("f******", 2, 3), pieces.get(2));
    assertThat(filter("en-US", ProfanityMode.REMOVED).apply(pieces))
        .containsExactly(pieces.get(0), pieces.get(2));
  }

  @Test
  void masksTheFormsForReadersAndLeavesWhatWasSpoken() {
    Reading reading =
        Reading.spelled("Oh, shit.", 0.9, words("oh", "shit"), List.of("Oh,", "shit."));
    Reading masked = filter("en-US", ProfanityMode.MASKED).apply(reading);
    assertThat(masked.lexical()).isEqualTo("oh shit");
    assertThat(masked.itn()).isEqualTo("Oh, shit.");
    assertThat(masked.maskedItn()).isEqualTo("Oh, s***.");
    assertThat(masked.display()).isEqualTo("Oh, s***.");
    assertThat(masked.displayWords())
        .containsExactly(new DisplayWord("Oh,", 0, 1), new DisplayWord("s***.", 1, 2));
    assertThat(masked.words()).isEqualTo(reading.words());
  }

  @Test
  void showsNothingOfAPhraseThatIsAllProfanity() {
    Reading removed =
        filter("en-US", ProfanityMode.REMOVED)
            .apply(Reading.verbatim("fuck fuck", 1, words("fuck", "fuck")));
    assertThat(removed.display()).isEmpty();
    assertThat(removed.displayed()).extracting(Word::text).containsExactly("");
  }

  @Test
  void takesTheWordsAndTheExceptionsOfTheUser() {
    ProfanityFilter filter =
        ProfanityFilter.of(
            "en-US",
            ProfanityMode.MASKED,
            List.of("# rivals", "acme*", "blue widget", "cum laude"),
            List.of("bitch", "tough shit"));
    assertThat(filter.apply("Acme's bitch said tough shit, shit; Blue Widget, cum laude"))
        .isEqualTo("A***'s bitch said tough shit, s***; B*** W*****, c** l****");
  }

  @Test
  void masksTheWordsOfTheUserInALanguageWithoutAList() {
    assertThat(
            ProfanityFilter.of("xx", ProfanityMode.MASKED, List.of("foo"), List.of())
                .apply("shit, Foo"))
        .isEqualTo("shit, F**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "...", "f***"})
  void leavesWhatHasNoWords(String text) {
    for (ProfanityMode mode : ProfanityMode.values()) {
      assertThat(filter("en-US", mode).apply(text)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource(ProfanityMode.class)
  void canBeUndoneByWhatWasSpoken(ProfanityMode mode) {
    Reading reading =
        Reading.spelled(
            "Oh, Shit! You motherfucker, 5*3.",
            0.9,
            words("oh", "shit", "you", "motherfucker", "5*3"),
            List.of("Oh,", "Shit!", "You", "motherfucker,", "5*3."));
    Reading undone = Unmasked.of(filter("en-US", mode).apply(reading), true);
    if (mode == ProfanityMode.REMOVED) {
      assertThat(undone.displayed())
          .extracting(Word::text)
          .containsExactly("Oh!", "shit", "You", "motherfucker", "5*3.");
    } else {
      assertThat(undone).isEqualTo(reading);
    }
  }

  private static ProfanityFilter filter(String locale, ProfanityMode mode) {
    return ProfanityFilter.of(locale, mode, List.of(), List.of());
  }

  private static List<DisplayWord> pieces(String text) {
    String[] words = text.split(" ");
    return IntStream.range(0, words.length)
        .mapToObj(i -> new DisplayWord(words[i], i, i + 1))
        .toList();
  }

  private static List<Word> words(String... texts) {
    List<Word> words = new ArrayList<>();
    for (String text : texts) {
      words.add(new Word(text, words.size() * 500L, words.size() * 500L + 400, 0.9));
    }
    return words;
  }
}
