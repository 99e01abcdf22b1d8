// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static io.beamscribe.speech.transcript.Transcripts.withoutWords;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.text.TextWidth;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users of other programs complain of, each with an issue that says it. */
class CaptionComplaintsTest {
  private static final String SPEECH =
      "The committee met on Tuesday and agreed that the new bridge, which had been planned for ten"
          + " years, should be built before winter. Nobody was against it, but the engineers wanted"
          + " more time to test the ground near the river.";

  /** m-bain/whisperX#1315, #1347, #999. */
  @Test
  void captionsBeginWithTheirWordsAndNeverGoBack() {
    List<Cue> cues = cues(mono(said("en", 700, 300, SPEECH), said("en", 22_000, 250, SPEECH)));
    long end = 0;
    for (Cue cue : cues) {
      List<TimedPiece> pieces = cue.lines().stream().flatMap(List::stream).toList();
      assertThat(cue.start()).isEqualTo(pieces.get(0).start()).isGreaterThanOrEqualTo(end);
      assertThat(cue.end()).isGreaterThanOrEqualTo(pieces.get(pieces.size() - 1).end() - 80);
      end = cue.end();
    }
  }

  /** m-bain/whisperX#519, #232; linto-ai/whisper-timestamped#31. */
  @Test
  void noLineIsLongerThanItsLimitAndMarksAreCutAtFirst() {
    for (int length : List.of(0, 20, 37, 80)) {
      List<Cue> cues = cues(mono(said("en", 0, 260, SPEECH)), new CaptionOptions(length, 2));
      assertThat(cues)
          .allSatisfy(
              cue ->
                  assertThat(cue.texts())
                      .hasSizeLessThan(3)
                      .allMatch(line -> line.length() <= (length == 0 ? 42 : length)));
    }
    assertThat(texts(mono(said("en", 0, 260, SPEECH))))
        .anyMatch(text -> text.endsWith("winter."))
        .anyMatch(text -> text.endsWith("against it,"));
  }

  /** modelscope/FunASR#3583; moona3k/mlx-qwen3-asr#15; Podcastindex-org/podcast-namespace#370. */
  @Test
  void wordsOfEastAsiaStayWholeAndTheirWidthCounts() {
    String text = "他们昨天下午在北京图书馆附近的咖啡店里讨论了关于人工智能和语音识别技术的最新研究成果";
    List<Cue> cues = cues(mono(tagged(withoutWords(0, 0, 12_000, text), "zh-CN")));
    assertThat(cues).allSatisfy(cue -> assertThat(cue.texts()).allMatch(line -> width(line) <= 32));
    assertThat(cues.get(cues.size() - 1).texts()).allMatch(line -> width(line) > 8);
    assertThat(String.join("|", cues.stream().flatMap(cue -> cue.texts().stream()).toList()))
        .contains("图书", "咖啡", "人工智能", "语音", "技术");
  }

  /** m-bain/whisperX#310, #597. */
  @Test
  void textOfEastAsiaHasNoSpacesAndIsCutAtPausesAndMarks() {
    List<Word> words = new ArrayList<>();
    long at = 0;
    for (String word : "今天 天气 很 好 我们 去 公园 散步 吧".split(" ")) {
      words.add(new Word(word, at, at + 400, 1));
      at += word.equals("好") ? 2400 : 400;
    }
    Phrase phrase = phrase(0, Reading.verbatim("今天天气很好，我们去公园散步吧。", 1, words));
    List<Cue> cues = cues(mono(tagged(phrase, "zh-CN")));
    assertThat(cues)
        .extracting(Cue::texts)
        .containsExactly(List.of("今天天气很好，"), List.of("我们去公园散步吧。"));
    assertThat(cues).allMatch(cue -> cue.end() - cue.start() <= 7000);
  }

  /** deepgram/deepgram-python-captions#14; buxuku/SmartSub#55; chidiwilliams/buzz#1339. */
  @Test
  void textDoesNotHangThroughSilence() {
    Cue cue =
        cues(mono(said("en", 0, 100, SPEECH.substring(0, 80)), said("en", 30_000, 300, "Yes.")))
            .get(0);
    long spoken = cue.lines().get(cue.lines().size() - 1).get(0).end();
    assertThat(cue.end()).isLessThan(spoken + 3000).isLessThan(30_000 - 20_000);
    assertThat(CaptionChecker.violations(mono(said("en", 0, 100, SPEECH)), CaptionOptions.DEFAULT))
        .isEmpty();
  }

  /** McCloudS/subgen#38; SubtitleEdit/subtitleedit#9652. */
  @Test
  void textStaysUntilItCanBeReadWhereThereIsRoom() {
    Cue cue = cues(mono(said("en", 1000, 100, "Nobody was against the new bridge."))).get(0);
    assertThat(cue.end()).isEqualTo(1000 + 34 * 1000 / 17);
  }

  /** jianfch/stable-ts#355. */
  @Test
  void gapsAreClosedOrClear() {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      phrases.add(said("en", i * 2600L, 400, "Then we went home again."));
    }
    List<Cue> cues = cues(Transcripts.of(List.of(0), phrases.toArray(Phrase[]::new)));
    for (int i = 1; i < cues.size(); i++) {
      long gap = cues.get(i).start() - cues.get(i - 1).end();
      assertThat(gap == 80 || gap >= 500).as("gap of %d ms", gap).isTrue();
    }
  }

  /** aws-solutions/content-localization-on-aws#287. */
  @Test
  void nothingIsShownAheadOverALongPauseWithinASentence() {
    List<Word> words = new ArrayList<>();
    long at = 0;
    for (String word : "And the winner of this year is Maria Lopez.".split(" ")) {
      words.add(new Word(word, at, at + 300, 1));
      at += word.equals("is") ? 2800 : 300;
    }
    assertThat(texts(mono(phrase(0, "And the winner of this year is Maria Lopez.", words))))
        .containsExactly("And the winner of this year is", "Maria Lopez.");
  }

  /** octimot/StoryToolkitAI#179; jianfch/stable-ts#311. */
  @Test
  void noWordIsLeftAlone() {
    for (int words = 12; words < 60; words++) {
      String text = "we talked about many things while it rained ".repeat(8);
      String part = String.join(" ", List.of(text.split(" ")).subList(0, words));
      assertThat(texts(mono(said("en", 0, 180, part)))).allMatch(each -> each.contains(" "));
    }
    assertThat(texts(mono(said("en", 0, 300, "Yes."), said("en", 4000, 300, "I think so."))))
        .containsExactly("Yes.", "I think so.");
  }

  /** jianfch/stable-ts#415. */
  @Test
  void linesAreFilledBeforeCaptions() {
    List<Cue> cues =
        cues(
            mono(
                said(
                    "en",
                    0,
                    300,
                    "He put the letters on the table and looked out of the window.")));
    assertThat(cues).hasSize(1);
    assertThat(cues.get(0).texts())
        .containsExactly("He put the letters on the table", "and looked out of the window.");
  }

  /** ggml-org/whisper.cpp#1967; fyang0507/audio-processing-cli#60. */
  @Test
  void wordsWithoutDurationAreNeitherLostNorCaptionsOfTheirOwn() {
    List<Word> words = new ArrayList<>();
    for (String word : "all of these were said at once".split(" ")) {
      words.add(new Word(word, 5000, 5000, 1));
    }
    List<Cue> cues = cues(mono(phrase(0, "all of these were said at once", words)));
    assertThat(cues).hasSize(1);
    assertThat(cues.get(0).texts()).containsExactly("all of these were said at once");
    assertThat(cues.get(0).end() - cues.get(0).start()).isGreaterThanOrEqualTo(833);
  }

  /** dubr1k/GigaAMGUI#37, #43; jhj0517/Whisper-WebUI#313. */
  @Test
  void speakersAreNamedWhereTheyChangeAndInEveryVoice() {
    Transcript talk =
        mono(
            said("en", 0, 300, "Where have you been all day?").withSpeaker(1),
            said("en", 2000, 300, "I was looking for you everywhere.").withSpeaker(1),
            said("en", 5000, 300, "At home.").withSpeaker(2));
    assertThat(SubtitleFile.srt(talk, CaptionOptions.DEFAULT))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:01,920
            Speaker 1: Where have you been all day?

            2
            00:00:02,000 --> 00:00:03,941
            I was looking for you everywhere.

            3
            00:00:05,000 --> 00:00:06,000
            Speaker 2: At home.
            """);
    assertThat(
            SubtitleFile.vtt(talk, CaptionOptions.DEFAULT)
                .lines()
                .filter(each -> each.startsWith("<v ")))
        .containsExactly(
            "<v Speaker 1>Where have you been all day?",
            "<v Speaker 1>I was looking for you everywhere.",
            "<v Speaker 2>At home.");
  }

  /** vulture-s/arkiv#30. */
  @Test
  void timesAreRoundedBeforeTheyAreDivided() {
    assertThat(
            SubtitleFile.srt(mono(said("en", 59_999, 500, "Good night.")), CaptionOptions.DEFAULT))
        .contains("00:00:59,999 --> 00:01:00,999");
    assertThat(CueTime.of(3_599_999, '.')).isEqualTo("00:59:59.999");
    assertThat(CueTime.of(3_600_000, '.')).isEqualTo("01:00:00.000");
  }

  /** yusufipk/dikte#84. */
  @Test
  void fullStopsOfNumbersAndAbbreviationsEndNoSentence() {
    assertThat(joints("en", "1. Ask Dr. Smith, e.g. Tom Smith Jr. about J. Doe. Then go."))
        .containsExactly(
            Joint.PLAIN,
            Joint.PLAIN,
            Joint.BOUND,
            Joint.CLAUSE_END,
            Joint.PLAIN,
            Joint.BOUND,
            Joint.BOUND,
            Joint.BEFORE_CONNECTIVE,
            Joint.PLAIN,
            Joint.BOUND,
            Joint.SENTENCE_END,
            Joint.PLAIN,
            Joint.PHRASE_END);
    assertThat(joints("de", "Am 3. Mai kam Hr. Kuhn. Er blieb."))
        .containsExactly(
            Joint.BOUND,
            Joint.PLAIN,
            Joint.PLAIN,
            Joint.PLAIN,
            Joint.BOUND,
            Joint.SENTENCE_END,
            Joint.LOOSE,
            Joint.PHRASE_END);
    assertThat(joints("en", "It was 25. Then we left."))
        .containsExactly(
            Joint.LOOSE,
            Joint.LOOSE,
            Joint.SENTENCE_END,
            Joint.PLAIN,
            Joint.LOOSE,
            Joint.PHRASE_END);
  }

  private static List<Joint> joints(String language, String text) {
    return Joints.of(TimedPiece.of(said(language, 0, 300, text), 42), language);
  }

  private static Phrase said(String locale, long start, long millisecondsPerWord, String text) {
    return tagged(phrase(0, start, millisecondsPerWord, text), locale);
  }

  private static Phrase tagged(Phrase phrase, String locale) {
    return phrase.withLocale(locale);
  }

  private static List<Cue> cues(Transcript transcript) {
    return cues(transcript, CaptionOptions.DEFAULT);
  }

  private static List<Cue> cues(Transcript transcript, CaptionOptions options) {
    return Subtitles.of(transcript, options);
  }

  private static List<String> texts(Transcript transcript) {
    return cues(transcript).stream().map(cue -> String.join(" ", cue.texts())).toList();
  }

  private static int width(String text) {
    return TextWidth.of(text);
  }
}
