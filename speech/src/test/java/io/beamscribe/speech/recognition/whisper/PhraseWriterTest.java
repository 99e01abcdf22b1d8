// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.recognition.whisper.search.TokenNode;
import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** On noise bursts of half a second, a word each, with pauses between them. */
class PhraseWriterTest {
  private static final int RATE = 16_000;

  @Test
  void aShortPauseEndsAPhraseOnlyAfterASentence() {
    List<Phrase> phrases = write(List.of(0.5, 1.3, 2.1), "One", "two.", "Three");
    assertThat(texts(phrases)).containsExactly("One two.", "Three");
  }

  @Test
  void aSentenceWithoutAPauseGoesOn() {
    assertThat(texts(write(List.of(0.5, 1.1, 1.7), "Mr.", "Three.", "Four")))
        .containsExactly("Mr. Three. Four");
  }

  @Test
  void aLongPauseEndsAPhraseAnyway() {
    assertThat(texts(write(List.of(0.5, 3.0), "one", "two"))).containsExactly("one", "two");
  }

  @Test
  void wordsHaveTheTimesOfTheFileAndEndWhereItGetsQuiet() {
    List<Phrase> phrases = write(List.of(0.5, 3.0), "one", "two");
    Word one = phrases.get(0).best().words().get(0);
    Word two = phrases.get(1).best().words().get(0);
    assertThat(List.of(one.startMilliseconds(), one.endMilliseconds()))
        .containsExactly(10_500L, 11_000L);
    assertThat(List.of(two.startMilliseconds(), two.endMilliseconds()))
        .containsExactly(13_000L, 13_500L);
    assertThat(phrases.get(1).startMilliseconds()).isEqualTo(13_000L);
  }

  @Test
  void aPhraseBeginsALittleBeforeItGetsLoud() {
    Window window = Window.pack(List.of(new SpeechSegment(0, 0, bursts(2, List.of(1.0))))).get(0);
    List<Phrase> phrases = write(window, new int[] {10, 80}, word -> word, "one");
    assertThat(phrases.get(0).startMilliseconds()).isEqualTo(940L);
  }

  @Test
  void wordsOfDifferentSegmentsAreDifferentPhrases() {
    Window window =
        Window.pack(
                List.of(
                    new SpeechSegment(0, 0, bursts(1, List.of(0.2))),
                    new SpeechSegment(1, 30 * RATE, bursts(1, List.of(0.2)))))
            .get(0);
    List<Phrase> phrases = write(window, new int[] {10, 60, 85}, s -> s, "one", "two");
    assertThat(texts(phrases)).containsExactly("one", "two");
    assertThat(phrases).extracting(Phrase::channel).containsExactly(0, 1);
    assertThat(phrases.get(1).startMilliseconds()).isEqualTo(30_200L);
  }

  @Test
  void theScriptOfTheLocaleIsWritten() {
    Window window = Window.pack(List.of(new SpeechSegment(0, 0, bursts(1, List.of(0.2))))).get(0);
    List<Phrase> phrases =
        write(window, new int[] {10, 35}, word -> word.toUpperCase(Locale.ROOT), "one");
    assertThat(texts(phrases)).containsExactly("ONE");
  }

  /** A segment that begins 10 s into the file. */
  private static List<Phrase> write(List<Double> starts, String... words) {
    double end = starts.get(starts.size() - 1) + 1;
    Window window =
        Window.pack(List.of(new SpeechSegment(0, 10 * RATE, bursts(end, starts)))).get(0);
    int[] begins = new int[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      begins[i] = (int) Math.round(starts.get(i) / Alignment.FRAME_SECONDS);
    }
    begins[words.length] = (int) (end / Alignment.FRAME_SECONDS);
    return write(window, begins, word -> word, words);
  }

  private static List<Phrase> write(
      Window window, int[] begins, UnaryOperator<String> script, String... words) {
    List<TokenWord> spelled = new ArrayList<>();
    TokenNode node = TokenNode.prompt(null, 0);
    for (int i = 0; i < words.length; i++) {
      spelled.add(new TokenWord(words[i], true, i, i + 1));
      node = node.child(i, -0.1);
    }
    return new PhraseWriter(window, "en-US", script)
        .write(TimedWord.of(spelled, begins), node.path());
  }

  private static List<String> texts(List<Phrase> phrases) {
    return phrases.stream().map(phrase -> phrase.best().display()).toList();
  }

  private static float[] bursts(double seconds, List<Double> starts) {
    float[] samples = new float[(int) (seconds * RATE)];
    for (double start : starts) {
      int from = (int) (start * RATE);
      Arrays.fill(samples, from, from + RATE / 2, 5000);
    }
    return samples;
  }
}
