// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static io.beamscribe.speech.transcript.Transcripts.spelled;
import static io.beamscribe.speech.transcript.Transcripts.withoutWords;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.text.TextWidth;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleFileTest {
  @Test
  void cutsLongSpeechInEvenParts() {
    assertThat(
            srt(
                mono(
                    phrase(
                        0,
                        1200,
                        260,
                        "margaret said mister hale as he returned from showing his guest downstairs"
                            + " i could not help watching your face with some anxiety when mister"
                            + " thornton made his confession of having been a shop boy"))))
        .isEqualTo(
            """
            1
            00:00:01,200 --> 00:00:03,460
            margaret said mister hale
            as he returned from showing

            2
            00:00:03,540 --> 00:00:06,320
            his guest downstairs i could
            not help watching your face with

            3
            00:00:06,400 --> 00:00:11,047
            some anxiety when mister thornton made
            his confession of having been a shop boy
            """);
  }

  @Test
  void breaksKoreanAtSpacesAndCountsItsWidth() {
    assertThat(
            srt(
                mono(
                    phrase(0, 0, 400, "그리고 나서 우리는 함께 시장에 가서 사과와 배를 샀고 집으로 돌아와 저녁을 준비했습니다"),
                    phrase(0, 9500, 200, "네"),
                    phrase(0, 9900, 250, "그렇게 했어요"))))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:03,120
            그리고 나서 우리는 함께
            시장에 가서 사과와 배를

            2
            00:00:03,200 --> 00:00:05,200
            샀고 집으로 돌아와
            저녁을 준비했습니다

            3
            00:00:09,500 --> 00:00:10,500
            네 그렇게 했어요
            """);
  }

  @Test
  void breaksJapaneseBetweenWordsAndNeverBeforeAMark() {
    String text = "今日は朝からとても良い天気ですので、公園まで散歩に行って、友達と一緒にお弁当を食べました。";
    List<Word> words = new ArrayList<>();
    long at = 500;
    for (String word :
        "今日 は 朝 から とても 良い 天気 です ので 公園 まで 散歩 に 行って 友達 と 一緒 に お弁当 を 食べ ました".split(" ")) {
      words.add(new Word(word, at, at + 180L * word.length(), 0.8));
      at += 180L * word.length();
    }

    assertThat(srt(mono(phrase(0, text, words))))
        .isEqualTo(
            """
            1
            00:00:00,500 --> 00:00:03,480
            今日は朝からとても
            良い天気ですので、

            2
            00:00:03,560 --> 00:00:05,280
            公園まで散歩に行って、

            3
            00:00:05,360 --> 00:00:09,360
            友達と一緒に
            お弁当を食べました。
            """);
    assertThat(srt(mono(withoutWords(0, 0, 5000, "あ".repeat(20) + "「い」、" + "う".repeat(30)))))
        .doesNotContainPattern("(?m)^[、。」]");
  }

  @Test
  void timesWordsAsReadersSeeThem() {
    List<Word> words =
        List.of(
            new Word("twenty five", 1000, 2000, 0.8),
            new Word("dogs", 2000, 2500, 0.8),
            new Word("ate", 6000, 6400, 0.8),
            new Word("o'clock", 6400, 7000, 0.8));

    assertThat(srt(mono(spelled("25 dogs; ate o’clock.", words, "25", "dogs;", "ate", "o’clock."))))
        .isEqualTo(
            """
            1
            00:00:01,000 --> 00:00:02,500
            25 dogs;

            2
            00:00:06,000 --> 00:00:07,000
            ate o’clock.
            """);
  }

  @Test
  void keepsArabicInItsLogicalOrder() {
    assertThat(
            vtt(
                mono(
                    phrase(
                        0,
                        300,
                        380,
                        "ذهبت إلى السوق صباح اليوم، واشتريت بعض الخضروات والفواكه الطازجة."
                            + " ثم عدت إلى البيت"))))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.300 --> 00:00:04.020
            ذهبت إلى السوق صباح اليوم،
            واشتريت بعض الخضروات والفواكه الطازجة.

            00:00:04.100 --> 00:00:05.620
            ثم عدت إلى البيت
            """);
  }

  @Test
  void namesChannelsAndDefusesMarkup() {
    Transcript call =
        Transcripts.of(
            List.of(0, 1),
            phrase(0, 0, 300, "hello this is the service desk how can i help you today"),
            phrase(1, 3000, 300, "hi <my> order & bill --> number four two did not arrive"),
            phrase(0, 4000, 200, "okay"));

    assertThat(srt(call))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:03,920
            Channel 1: hello this is the service
            desk how can i help you today

            2
            00:00:03,000 --> 00:00:06,600
            Channel 2: hi <my> order & bill
            -> number four two did not arrive

            3
            00:00:04,000 --> 00:00:05,000
            Channel 1: okay
            """);
    assertThat(vtt(call))
        .contains(
            """
            <v Channel 2>hi &lt;my&gt; order &amp; bill
            --&gt; number four two did not arrive
            """);
  }

  @Test
  void sharesThePhrasesTimeWhereWordsHaveNone() {
    assertThat(
            srt(
                mono(
                    withoutWords(
                        0,
                        0,
                        20_000,
                        "Well, I have the 25 books that you asked for. Would you like to see them"
                            + " now, or shall we wait until tomorrow morning? It is all the same"
                            + " to me."))))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:06,308
            Well, I have the 25
            books that you asked for.

            2
            00:00:06,388 --> 00:00:10,753
            Would you like to see them now,

            3
            00:00:10,833 --> 00:00:16,447
            or shall we wait until tomorrow morning?

            4
            00:00:16,527 --> 00:00:20,000
            It is all the same to me.
            """);
  }

  @Test
  void takesLongHoursLongWordsAndWordsWiderThanALine() {
    assertThat(
            srt(
                mono(
                    phrase(0, 360_000_000, 9000, "hmmmm"),
                    phrase(
                        0,
                        360_020_000,
                        500,
                        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesell"
                            + "schaft ja"))))
        .isEqualTo(
            """
            1
            100:00:00,000 --> 100:00:07,000
            hmmmm

            2
            100:00:20,000 --> 100:00:21,000
            Donaudampfschifffahrtselektrizitätenhauptb
            etriebswerkbauunterbeamtengesellschaft ja
            """);
  }

  @Test
  void breaksNoWordOfScriptsWithoutSpaces() {
    assertThat(
            lines(
                "ดูการบ้านดูการบ้านดูการบ้านและตัวอย่างการเขียนภาษาไทยซึ่งเป็นภาษาที่ไม่มีช่องว่าง"
                    + "ระหว่างคำเพื่อทดสอบการตัดบรรทัดคำบรรยาย"))
        .containsExactly(
            "ดูการบ้านดูการบ้านดูการบ้านและ",
            "ตัวอย่างการเขียนภาษาไทยซึ่งเป็น",
            "ภาษาที่ไม่มีช่องว่างระหว่างคำเพื่อ",
            "ทดสอบการตัดบรรทัดคำบรรยาย");
    assertThat(lines("ຂ້ອຍຮັກພາສາລາວ".repeat(6)))
        .allMatch(line -> line.matches(wholes("ຂ້ອຍ|ຮັກ|ພາສາ|ລາວ")));
    assertThat(lines("ខ្ញុំស្រឡាញ់ភាសាខ្មែរ".repeat(5)))
        .allMatch(line -> line.matches(wholes("ខ្ញុំ|ស្រឡាញ់|ភាសា|ខ្មែរ")));
    assertThat(lines("ကျွန်တော်မြန်မာစာကိုချစ်တယ်".repeat(5)))
        .allMatch(line -> line.matches(wholes("ကျွန်တော်|မြန်မာ|စာ|ကို|ချစ်|တယ်")));
    assertThat(lines("我们今天去北京大学参观图书馆，非常高兴。".repeat(3)))
        .allMatch(line -> line.matches(wholes("我们|今天|去|北京|大学|参观|图书|馆|图书馆|，|非常|高兴|。")));
    assertThat(
            lines("ใช้iPhoneถ่ายรูปที่กรุงเทพ👩‍👩‍👧‍👦แล้วส่งemailให้เพื่อน".repeat(2))
                .toString())
        .contains("iPhone", "👩‍👩‍👧‍👦", "email", "เพื่อน", "กรุงเทพ");
    assertThat(lines("👩‍👩‍👧‍👦🇹🇭".repeat(12)))
        .allMatch(line -> line.matches("(👩‍👩‍👧‍👦|🇹🇭)+"));
  }

  private static String wholes(String words) {
    return "(" + words + ")+";
  }

  private static List<String> lines(String text) {
    return srt(mono(withoutWords(0, 0, 20_000, text)))
        .lines()
        .filter(line -> !line.isEmpty() && !line.matches("\\d+|.* --> .*"))
        .toList();
  }

  @Test
  void shortensANameThatLeavesNoRoomForWords() {
    Transcript spoken =
        mono(phrase(0, 0, 400, "this is what she says to all of them today").withSpeaker(1));
    Transcript known =
        new Transcript(
            spoken.source(),
            spoken.timestamp(),
            60_000,
            List.of(0),
            spoken.phrases(),
            Transcripts.provenance()
                .withSpeakers(
                    List.of(),
                    List.of(new IdentifiedSpeaker(1, 0, "漢".repeat(40), 0.99, 0.9)),
                    List.of()));
    assertThat(srt(known).lines())
        .contains("漢漢漢漢漢漢漢漢漢…: this is what")
        .allMatch(line -> TextWidth.of(line) <= 42);
  }

  @Test
  void endsWithTheAudioAndAppearsEarlierInstead() {
    Transcript spoken = mono(phrase(0, 9_800, 150, "yes"));
    Transcript transcript =
        new Transcript(
            spoken.source(), spoken.timestamp(), 10_000, List.of(0), spoken.phrases(), null);
    assertThat(srt(transcript))
        .isEqualTo(
            """
            1
            00:00:09,300 --> 00:00:10,000
            yes
            """);
  }

  @Test
  void showsWhatPeopleSayWhenTheySayIt() throws Exception {
    assertThat(srt(failing("cue_beyond_end.json")))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:00,420
            Short yes

            2
            00:00:00,500 --> 00:00:01,400
            This is a longer sentence that was spoken
            very quickly at the end of the file
            """);
    assertThat(srt(failing("overlapping_speakers.json")))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:05,031
            Speaker 1: I begin first and talk

            2
            00:00:01,000 --> 00:00:02,000
            Speaker 2: backwards

            3
            00:00:03,000 --> 00:00:04,500
            Speaker 2: I interrupt you here

            4
            00:00:03,200 --> 00:00:04,200
            Speaker 3: again me

            5
            00:00:05,111 --> 00:00:10,000
            Speaker 1: for long time about it
            """);
    assertThat(vtt(failing("lines_thai.json"))).contains("ภาษาไทย");
  }

  private static Transcript failing(String name) throws Exception {
    return TranscriptJson.read(Files.readAllBytes(SharedData.required("failing/" + name)));
  }

  @Test
  void isEmptyWhereNothingWasSaid() {
    assertThat(srt(mono())).isEmpty();
    assertThat(vtt(mono())).isEqualTo("WEBVTT\n");
  }

  private static String srt(Transcript transcript) {
    return SubtitleFile.srt(transcript, CaptionOptions.DEFAULT);
  }

  private static String vtt(Transcript transcript) {
    return SubtitleFile.vtt(transcript, CaptionOptions.DEFAULT);
  }
}
