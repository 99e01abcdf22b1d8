// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is read again, and what becomes of it, with an engine whose answers are known. */
class SecondReadingTest {
  private static final SampleRange AUDIO = range(0, 10_000);

  private static final List<SampleRange> SENTENCE_AND_ANSWER =
      List.of(range(500, 3000), range(3800, 4200));

  /** A first reading of the sentence alone. */
  private static final Recognition HE_SAID =
      Recognition.of(List.of(phrase(word("he", 500, 1500), word("said", 1500, 3000))));

  /** Where another channel is louder. */
  private static final SampleRange LEAK = range(7000, 8000);

  private final List<SampleRange> asked = new ArrayList<>();

  @Test
  void shortAnswerThatTheFirstReadingLeftOutIsAdded() throws Exception {
    Recognition done =
        complete(
            SENTENCE_AND_ANSWER, HE_SAID, Recognition.of(List.of(phrase(word("yes", 3800, 4200)))));
    assertThat(texts(done)).containsExactly("he said", "yes");
    assertThat(done.flags()).isEmpty();
    assertThat(asked).containsExactly(range(3500, 4500));
  }

  @Test
  void whatStaysWithoutWordsIsFlaggedWithTheGuess() throws Exception {
    Recognition done =
        complete(
            SENTENCE_AND_ANSWER,
            HE_SAID,
            new Recognition(List.of(), List.of(new Flag("noSpeech", 0, 3800, 4200, "Mm."))));
    assertThat(texts(done)).containsExactly("he said");
    assertThat(done.flags())
        .extracting(Flag::kind, Flag::startMilliseconds, Flag::endMilliseconds, Flag::detail)
        .containsExactly(tuple("unrecognized", 3800L, 4200L, "Mm."));
  }

  /** Its last word lasts over the pause and the answer, because nothing followed it. */
  @Test
  void wordEndsWhereItsSpeechDoesIfThereIsMoreAfterIt() throws Exception {
    Recognition done =
        complete(
            SENTENCE_AND_ANSWER,
            Recognition.of(List.of(phrase(word("he", 500, 1500), word("said", 1500, 4300)))),
            Recognition.of(List.of(phrase(word("yes", 3800, 4200)))));
    assertThat(texts(done)).containsExactly("he said", "yes");
    assertThat(done.phrases().get(0).endMilliseconds()).isEqualTo(3800);
  }

  @Test
  void phraseThatGoesOnAfterTheGapIsParted() throws Exception {
    Recognition done =
        complete(
            List.of(range(500, 1500), range(2500, 3500), range(4500, 5500)),
            Recognition.of(List.of(phrase(word("one", 500, 1500), word("three", 4500, 5500)))),
            Recognition.of(List.of(phrase(word("two", 2500, 3500)))));
    assertThat(texts(done)).containsExactly("one", "two", "three");
  }

  @Test
  void sentencesThatWereLeftOutTogetherAreReadTogether() throws Exception {
    Recognition done =
        complete(
            List.of(range(500, 3000), range(3800, 4200), range(5000, 6000)),
            HE_SAID,
            Recognition.of(
                List.of(phrase(word("yes", 3800, 4200)), phrase(word("indeed", 5000, 6000)))));
    assertThat(texts(done)).containsExactly("he said", "yes", "indeed");
    assertThat(asked).containsExactly(range(3500, 6300));
  }

  /** What leaks would be read with what is around it. */
  @Test
  void whatLeaksPartsWhatIsReadTogether() throws Exception {
    complete(
        List.of(range(500, 3000), range(6000, 6600), range(7100, 7900), range(8400, 9000)),
        HE_SAID,
        Recognition.NOTHING);
    assertThat(asked).containsExactly(range(5700, 6900), range(8100, 9300));
  }

  @Test
  void whatIsLeftOutAgainIsReadAlone() throws Exception {
    Recognition done =
        complete(
            List.of(range(500, 3000), range(3800, 4200), range(5000, 6000)),
            HE_SAID,
            segment ->
                Recognition.of(
                    List.of(
                        segment.start() < 4000 * 16
                            ? phrase(word("yes", 3800, 4200))
                            : phrase(word("indeed", 5000, 6000)))));
    assertThat(texts(done)).containsExactly("he said", "yes", "indeed");
    assertThat(asked).containsExactly(range(3500, 6300), range(4700, 6300));
  }

  /** "Link" begins too early, in the run of the word before. */
  @Test
  void wordWithWrongTimesIsNotWrittenTwice() throws Exception {
    Recognition done =
        complete(
            List.of(range(1100, 3000), range(3800, 4200)),
            Recognition.of(
                List.of(phrase(word("documents", 1100, 2500), word("link", 2500, 4200)))),
            Recognition.of(List.of(phrase(word("link", 3800, 4200)))));
    assertThat(texts(done)).containsExactly("documents link");
    assertThat(done.flags()).isEmpty();
  }

  @Test
  void guessesAreNotWritten() throws Exception {
    Phrase guess =
        new Phrase(
            0,
            3800,
            4200,
            null,
            List.of(Reading.verbatim("egg", 0.3, List.of(word("egg", 3800, 4200)))));
    Recognition done = complete(SENTENCE_AND_ANSWER, HE_SAID, Recognition.of(List.of(guess)));
    assertThat(texts(done)).containsExactly("he said");
    assertThat(done.flags()).extracting(Flag::detail).containsExactly("egg");
  }

  /** A window that was dropped as a whole is read in parts. */
  @Test
  void flagGoesWhereWordsAreFound() throws Exception {
    Recognition done =
        complete(
            List.of(range(500, 3000)),
            new Recognition(List.of(), List.of(new Flag("repetition", 0, 0, 3000, "no no no"))),
            Recognition.of(List.of(phrase(word("no", 500, 1500), word("no", 1600, 3000)))));
    assertThat(texts(done)).containsExactly("no no");
    assertThat(done.flags()).isEmpty();
  }

  @Test
  void nothingIsReadAgainWhereAllSpeechHasWords() throws Exception {
    complete(List.of(range(500, 3000)), HE_SAID, Recognition.NOTHING);
    assertThat(asked).isEmpty();
  }

  @Test
  void phraseThatTheEngineDoubtsStaysWhereSpeechIsSure() throws Exception {
    Phrase said = phrase(word("thank", 600, 900), word("you", 900, 1200));
    Phrase invented = phrase(word("bye", 3000, 3400));
    Recognition done =
        complete(
            List.of(range(500, 1250)),
            new Recognition(
                List.of(),
                List.of(said, invented),
                List.of(
                    new Flag("stockPhrase", 0, 600, 1200, "thank you"),
                    new Flag("stockPhrase", 0, 3000, 3400, "bye"))),
            Recognition.NOTHING);
    assertThat(texts(done)).containsExactly("thank you");
    assertThat(done.flags()).extracting(Flag::detail).containsExactly("bye");
    assertThat(asked).isEmpty();
  }

  /** "He" begins where something else was said, which its time hides. */
  @Test
  void firstWordThatIsFarTooLongBelongsToTheWordsAfterIt() throws Exception {
    Recognition done =
        complete(
            List.of(range(500, 3500), range(4000, 5500)),
            Recognition.of(List.of(phrase(word("he", 500, 4300), word("said", 4300, 5500)))),
            Recognition.of(List.of(phrase(word("well", 600, 2000), word("yes", 2000, 3400)))));
    assertThat(texts(done)).containsExactly("well yes", "he said");
    assertThat(done.phrases().get(1).startMilliseconds()).isEqualTo(4040);
  }

  @Test
  void whatLeaksFromAnotherChannelIsLeftToIt() throws Exception {
    Recognition done =
        complete(
            List.of(range(500, 3000), range(7000, 8000)),
            HE_SAID,
            Recognition.of(List.of(phrase(word("yes", 7000, 8000)))));
    assertThat(texts(done)).containsExactly("he said");
    assertThat(done.flags()).isEmpty();
    assertThat(asked).isEmpty();
  }

  /** Heard in one go, five became four, and the time of one word hides the fifth. */
  @Test
  void repeatsAreCountedOneByOne() throws Exception {
    List<SampleRange> sure = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sure.add(range(500 + 2000 * i, 2000 + 2000 * i));
    }
    for (int i : new int[] {0, 1, 3, 4}) {
      words.add(word("please", 500 + 2000 * i, 1200 + 2000 * i));
      words.add(word("hold", 1200 + 2000 * i, (i == 1 ? 4000 : 2000) + 2000 * i));
    }
    Recognition done =
        complete(
            sure,
            Recognition.of(List.of(phrase(words.toArray(Word[]::new)))),
            segment -> {
              long start = segment.start() / 16;
              return Recognition.of(
                  List.of(
                      phrase(
                          word("please", start + 300, start + 1000),
                          word("hold", start + 1000, start + 1800))));
            });
    assertThat(texts(done)).hasSize(5).containsOnly("please hold");
    assertThat(asked).hasSize(5);
  }

  private Recognition complete(List<SampleRange> sure, Recognition first, Recognition again)
      throws Exception {
    return complete(sure, first, segment -> again);
  }

  private Recognition complete(
      List<SampleRange> sure, Recognition first, Function<SpeechSegment, Recognition> again)
      throws Exception {
    SpeechSegment whole = segment(AUDIO);
    TrackReader reader =
        new TrackReader(
            AUDIO,
            sure,
            SecondReadingTest::segment,
            range -> range.start() >= LEAK.start() && range.end() <= LEAK.end(),
            false,
            (segment, locale) -> {
              asked.add(
                  new SampleRange(segment.start(), segment.start() + segment.samples().length));
              return again.apply(segment);
            });
    return SecondReading.complete(reader, List.of(whole), first);
  }

  private static SpeechSegment segment(SampleRange range) {
    return new SpeechSegment(0, range.start(), new float[(int) range.length()]);
  }

  private static SampleRange range(long fromMillis, long toMillis) {
    return new SampleRange(fromMillis * 16, toMillis * 16);
  }

  private static Word word(String text, long from, long to) {
    return new Word(text, from, to, 0.9);
  }

  private static Phrase phrase(Word... words) {
    List<Word> all = List.of(words);
    String text = String.join(" ", all.stream().map(Word::text).toList());
    return new Phrase(
        0,
        words[0].startMilliseconds(),
        words[words.length - 1].endMilliseconds(),
        null,
        List.of(Reading.verbatim(text, 0.9, all)));
  }

  private static List<String> texts(Recognition recognition) {
    return recognition.phrases().stream().map(phrase -> phrase.best().display()).toList();
  }
}
