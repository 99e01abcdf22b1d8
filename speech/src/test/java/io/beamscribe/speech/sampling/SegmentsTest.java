// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void longPhrasesAreDividedAtTheirLongestPauses() throws Exception {
    // A word a second; the third pause is the longest, but would leave a sliver; then the tenth.
    List<Word> words = new ArrayList<>();
    long time = 1000;
    for (int i = 0; i < 24; i++) {
      words.add(new Word("w" + i, time, time + 800, i < 10 ? 0.5 : 0.75));
      time += 800 + (i == 0 ? 900 : i == 9 ? 600 : 200);
    }
    List<Segment> segments = segments(30_000, phrase(words));
    assertThat(segments).hasSize(2);
    assertThat(segments.get(0).text()).isEqualTo("w0 w1 w2 w3 w4 w5 w6 w7 w8 w9");
    assertThat(segments.get(0).confidence()).isEqualTo(0.5);
    assertThat(segments.get(0).startMilliseconds()).isEqualTo(900);
    assertThat(segments.get(0).endMilliseconds()).isEqualTo(words.get(9).endMilliseconds() + 100);
    assertThat(segments.get(1).startMilliseconds())
        .isEqualTo(words.get(10).startMilliseconds() - 100);
    assertThat(segments.get(1).text()).startsWith("w10 ").endsWith(" w23");
    assertThat(segments)
        .allSatisfy(each -> assertThat(each.durationMilliseconds()).isBetween(2000L, 15_200L));
  }

  @Test
  void nothingOfWhatIsSaidBesideIsTakenAlong() throws Exception {
    List<Segment> segments =
        segments(
            9000,
            phrase(List.of(new Word("short", 0, 1990, 1))),
            phrase(List.of(new Word("a", 2000, 3000, 1), new Word("b", 3000, 5000, 1))),
            phrase(List.of(new Word("c", 5000, 6000, 1), new Word("d", 6000, 8980, 1))));
    assertThat(segments)
        .extracting(Segment::text, Segment::startMilliseconds, Segment::endMilliseconds)
        .containsExactly(tuple("a b", 1995L, 5000L), tuple("c d", 5000L, 8990L));
  }

  private static Phrase phrase(List<Word> words) {
    StringBuilder text = new StringBuilder();
    words.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
    return new Phrase(
        0,
        words.get(0).startMilliseconds(),
        words.get(words.size() - 1).endMilliseconds(),
        null,
        List.of(Reading.verbatim(text.toString(), 0.5, words)));
  }

  private static List<Segment> segments(long duration, Phrase... phrases) throws Exception {
    return Segments.of(
        "a", new Transcript("a.wav", Instant.EPOCH, duration, List.of(0), List.of(phrases), null));
  }
}
