// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of "… period. In making …", where speech of many seconds before "In" was left out. */
class SentenceStartsTest {
  @Test
  void firstWordThatIsTooLongIsInFrontOfTheNext() {
    assertThat(
            moved(
                segments(20),
                word("period.", 10, 50),
                word("In", 50, 400),
                word("making", 400, 420)))
        .extracting(TimedWord::from, TimedWord::to)
        .containsExactly(tuple(10, 50), tuple(387, 400), tuple(400, 420));
  }

  @Test
  void wordsBeforeOneThatIsTooLongComeWithIt() {
    assertThat(
            moved(
                segments(20), word("I", 10, 20), word("really", 20, 400), word("liked", 400, 420)))
        .extracting(TimedWord::from, TimedWord::to)
        .containsExactly(tuple(362, 371), tuple(371, 400), tuple(400, 420));
  }

  /** The second begins at frame 395. */
  @Test
  void sentenceBeginsInTheSegmentOfItsNextWord() {
    assertThat(moved(segments(7.9, 5), word("In", 50, 400), word("making", 400, 420)))
        .extracting(TimedWord::from, TimedWord::to)
        .containsExactly(tuple(395, 400), tuple(400, 420));
  }

  @Test
  void otherWordsStay() {
    List<TimedWord> words =
        List.of(
            word("He", 0, 20),
            word("said", 20, 40),
            word("that", 40, 60),
            word("long", 60, 400),
            word("no.", 400, 600));
    assertThat(SentenceStarts.moved(words, segments(20))).isEqualTo(words);
    assertThat(SentenceStarts.moved(List.of(), segments(20))).isEmpty();
  }

  private static List<TimedWord> moved(Window window, TimedWord... words) {
    return SentenceStarts.moved(List.of(words), window);
  }

  private static TimedWord word(String text, int from, int to) {
    return new TimedWord(new TokenWord(text, true, 0, 1), from, to);
  }

  /** A window of segments that last these seconds. */
  private static Window segments(double... seconds) {
    List<SpeechSegment> segments =
        Arrays.stream(seconds)
            .mapToObj(length -> new SpeechSegment(0, 0, new float[(int) (length * 16_000)]))
            .toList();
    return Window.pack(segments).get(0);
  }
}
