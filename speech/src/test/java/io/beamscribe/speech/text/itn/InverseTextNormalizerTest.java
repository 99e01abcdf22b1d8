// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.DisplayWord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, money, dates and the like in ordinary speech. */
class InverseTextNormalizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en|i owe you twenty five dollars and fifty cents|i owe you $25.50",
        "en|that is ten percent of one million two hundred thousand|that is 10% of 1,200,000",
        "en|call me at four two five double five five oh one two three|call me at 425-555-0123",
        "en|my phone number is one eight hundred four five six eight nine ten|my phone number is"
            + " 1-800-456-8910",
        "en|the time is six forty five p m|the time is 6:45 PM",
        "en|on july fourth nineteen seventy six|on July 4, 1976",
        "en|send it to support at help dot com|send it to support@help.com",
        "en|it takes five minutes and thirty seconds|it takes 5 minutes and 30 seconds",
        "en|i am on flight b a two forty nine|i am on flight BA249",
        "en|the odds are ten to one|the odds are 10 to 1",
        "fr|quarante cinq secondes|45 secondes",
        "es|a las doce y media de la noche|a las 12:30 a.m.",
        "es|cuesta uno coma dos mil millones de euros|cuesta 1,2 mil millones €",
        "it|all'una e venti|all'1:20",
        "it|due ore e venti minuti|2 ore e 20 minuti",
        "de|hundert schweizer franken|100 CHF",
        "de|in den achtziger jahren|in den 80er Jahren",
        "en|i live on thirty five lexington avenue|i live on 35 Lexington Ave.",
        "en|four one one one one one one one one one one one one one one one|4111 1111 1111 1111",
        "en|a hundred and one dalmatians|101 dalmatians",
        "en|two and a half hours and two thirds of it|2.5 hours and 2/3 of it",
        "en|the twenty first floor on page five|the 21st floor on page 5",
        "de|am dritten mai um halb zehn für zwei euro fünfzig|am 3. Mai um 9:30 Uhr für 2,50 €",
        "de|fünf und zwanzig tausend sieben hundert drei und dreißig|25733",
        "es|el tres de mayo a las cinco y media|el 3 de mayo a las 5:30",
        "fr|soixante et onze virgule cinq pour cent|71,5 %",
        "it|centottanta euro e cinquanta|180,50 €",
        "pt|vinte e cinco de agosto de dois mil e quinze|25 de agosto de 2015",
        "ko|이천이십삼년 구월 오일에|2023년 9월 5일에",
        "fi|kaksi euroa|kaksi euroa",
        "en|one hundred twenty three dollars and fifty cents|$123.50",
        "en|it costs three fifty a dollar twenty five in all|it costs $3.50 $1.25 in all",
        "en|it expires oh four twenty seven|it expires 04/27",
        "en|born on oh two fourteen eighty five|born on 02/14/85",
        "en|email me at john dot smith at gmail dot com|email me at john.smith@gmail.com",
        "en|plus four four one two three one two three five six seven|+44 123123567",
        "en|twelve thirty four main street apartment two b|1234 Main St. apartment 2B",
        "en|a couple hundred dollars for five to ten people|a couple hundred dollars for 5 to 10"
            + " people",
        "en|at seventeen hundred hours in a ten minute drive|at 17:00 in a 10 minute drive",
        "de|am fünften vierten zweitausendvierundzwanzig|am 5.4.2024",
        "de|eine halbe stunde für fünf bis zehn leute|eine halbe stunde für 5 bis 10 leute",
        "fr|plus trente trois six douze trente quatre cinquante six soixante dix huit|+33612345678",
        "es|una docena de huevos entre cinco y diez euros|una docena de huevos entre 5 y 10 €",
        "en|between five and seven thousand dollars|between $5 and $7 thousand",
        "en|we expect five to seven million dollars|we expect $5 to $7 million",
        "en|from twenty to two thousand people|from 20 to 2000 people",
        "en|it's a quarter past eleven|it's 11:15",
        "en|at twenty one forty five|at 21:45",
        "en|confirmation code a b seven nine x|confirmation code AB79X",
        "en|it is four ninety nine or nine ninety nine a month|it is $4.99 or $9.99 a month",
        "en|call one eight hundred flowers on july the fourth|call 1-800-FLOWERS on July 4",
        "en|visit w w w dot open street map dot org forward slash help|visit"
            + " www.openstreetmap.org/help",
        "de|zwanzig bis dreißigtausend leute|20 bis 30 Tausend leute",
        "de|fünf nach halb drei|2:35 Uhr",
        "de|drei mal vier ist zwölf|3 mal 4 ist 12",
        "es|de nueve y media a once y cuarto|de 9:30 a 11:15",
        "es|mi dni es uno dos tres cuatro cinco seis siete ocho zeta|mi dni es 12345678Z",
        "es|un cuarto de hora|un cuarto de hora",
        "fr|à midi et demi|à 12 h 30",
        "it|ho trent'anni e tre chili e mezzo|ho 30 anni e 3,5 kg",
        "pt|entre cinco e sete mil reais|entre R$ 5 e R$ 7 mil",
        "ko|십이 달러 칠 센트|$12.07",
        "ko|일 이 삼 사 오|12345",
        "ko|오백만에서 칠백만 원|₩5,000,000에서 ₩7,000,000",
        "ja|一点七兆円|1.7兆円",
        "ja|十月三日月曜日の十分から十二分|10月3日月曜日の10分から12分",
        "zh|密码是一二三四|密码是1234",
        "zh|万一|万一",
        "zh|两万到三万人|2万到3万人",
        "en|five or six hundred people|500 or 600 people",
        "en|two to three hundred million dollars|$200 to $300 million",
        "de|zwei oder dreihundert euro|200 oder 300 €",
        "fr|deux ou trois cents personnes|200 ou 300 personnes",
        "es|entre dos y trescientas personas|entre 200 y 300 personas",
        "it|due o trecento persone|200 o 300 persone",
        "pt|dois ou trezentos reais|R$ 200 ou R$ 300",
        "fr|le trois mars deux mille vingt six à quinze heures|le 3 mars 2026 à 15 h",
        "es|marzo de mil novecientos noventa y seis a quince kilómetros|marzo de 1996 a 15 km",
        "pt|março de dois mil e seis a quinze quilômetros|março de 2006 a 15 km",
        "it|il tre marzo duemila sei a quindici chilometri|il 3 marzo 2006 a 15 km",
        "en|in two thousand six to ten people|in 2006 to 10 people",
        "en|a fifty pound note in a twenty pound bag|a £50 note in a 20 pound bag",
        "en|my i p address and my i q and the i r s|my IP address and my IQ and the IRS",
        "en|my i b a n is d e eight nine three seven zero four|my IBAN is DE893704",
        "en|one hundred one hundred|100 100",
        "en|one hundred one thousand|101,000",
        "en|meet at ten to five or at twenty to eight|meet at 4:50 or at 7:40",
        "en|the odds at ten to one and at five to ten percent|the odds at 10 to one and at 5 to"
            + " 10%",
        "it|versione due punto tre punto uno|versione 2.3.1",
        "pt|um metro e oitenta às quinze para as quatro|1,80 m às 3:45"
      })
  void writesAsPeopleDo(String language, String spoken, String written) {
    assertThat(written(language, spoken)).isEqualTo(written);
  }

  @Test
  void piecesCoverEachWordOnceSoThatNumbersKeepTheirTimes() {
    assertThat(
            InverseTextNormalizer.of("en-US")
                .write(List.of("meet", "at", "ten", "thirty", "p", "m", "today")))
        .containsExactly(
            new DisplayWord("meet", 0, 1),
            new DisplayWord("at", 1, 2),
            new DisplayWord("10:30 PM", 2, 6),
            new DisplayWord("today", 6, 7));
    assertThat(InverseTextNormalizer.of("en-US").write(List.of())).isEmpty();
  }

  @Test
  void endlessNumbersTakeLittleAndWhatComesAfterThemIsWritten() {
    List<String> words = new ArrayList<>(Collections.nCopies(6000, "one"));
    words.addAll(List.of("code", "is"));
    words.addAll(Collections.nCopies(2000, "five"));
    words.addAll(List.of("words", "twenty", "five"));
    List<DisplayWord> written = InverseTextNormalizer.of("en-US").write(words);
    assertThat(written.get(written.size() - 1)).isEqualTo(new DisplayWord("25", 8003, 8005));
    int next = 0;
    for (DisplayWord each : written) {
      assertThat(each.firstWord()).isEqualTo(next);
      next = each.endWord();
    }
    assertThat(next).isEqualTo(words.size());
  }

  @Test
  void ordinarySpeechStaysAsItIs() throws IOException {
    List<String> changed = new ArrayList<>();
    String language = "";
    int english = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                InverseTextNormalizerTest.class.getResourceAsStream("prose.txt"),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.startsWith("[")) {
          language = line.substring(1, 3);
        } else if (!line.startsWith("#")) {
          english += language.equals("en") ? 1 : 0;
          String written = written(language, line);
          if (!written.equals(line)) {
            changed.add(line + " -> " + written);
          }
        }
      }
    }
    assertThat(changed).isEmpty();
    assertThat(english).isGreaterThanOrEqualTo(200);
  }

  private static String written(String language, String spoken) {
    return InverseTextNormalizer.of(language).write(List.of(spoken.split(" "))).stream()
        .map(DisplayWord::text)
        .collect(Collectors.joining(" "));
  }
}
