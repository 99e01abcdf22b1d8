// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is heard at the ends of utterances, with a recogniser that finds a phrase in each. */
class RepeatedStreamTest {
  private static final int RATE = SampleRange.RATE;

  /** Seconds at which the segments of the last run began. */
  private List<Long> heard = List.of();

  private boolean fails;

  private final RepeatedStream stream = stream(true);

  private RepeatedStream stream(boolean together) {
    return new RepeatedStream(this::phrases, together, true, false);
  }

  private List<Phrase> phrases(List<SpeechSegment> segments, Effort effort) throws SpeechException {
    if (fails) {
      throw new SpeechException(ErrorKind.CRASH, "crashed");
    }
    heard = segments.stream().map(each -> each.start() / RATE).toList();
    List<Phrase> phrases = new ArrayList<>();
    for (SpeechSegment each : segments) {
      SampleRange range = each.range();
      Reading reading = new Reading("a", "a", "a", "a", 1, List.of(), List.of());
      phrases.add(new Phrase(0, range.startMillis(), range.endMillis(), "en", List.of(reading)));
    }
    return phrases;
  }

  private static List<Phrase> said(RepeatedStream stream, int second, int seconds)
      throws SpeechException {
    stream.accept(new SpeechSegment(0, (long) second * RATE, new float[seconds * RATE]));
    return stream.endUtterance().finals();
  }

  @Test
  void anUtteranceIsHeardWithWhatFitsBeforeIt() throws Exception {
    said(stream, 0, 10);
    said(stream, 20, 10);
    assertThat(heard).containsExactly(0L, 20L);
    List<Phrase> last = said(stream, 40, 12);
    assertThat(heard).containsExactly(20L, 40L);
    assertThat(last).extracting(Phrase::startMilliseconds).containsExactly(40_000L);
  }

  @Test
  void samplesOfTwoUtterancesAreHeardOnce() throws Exception {
    said(stream, 0, 10);
    assertThat(said(stream, 9, 5))
        .extracting(Phrase::startMilliseconds, Phrase::endMilliseconds)
        .containsExactly(tuple(10_000L, 14_000L));
  }

  @Test
  void whatFailedIsNotHeardAgain() throws Exception {
    said(stream, 0, 5);
    fails = true;
    assertThatThrownBy(() -> said(stream, 10, 5)).isInstanceOf(SpeechException.class);
    fails = false;
    said(stream, 10, 5);
    said(stream, 20, 5);
    assertThat(heard).containsExactly(10L, 20L);
  }

  @Test
  void whereTheLanguageMayChangeEachIsHeardAlone() throws Exception {
    RepeatedStream alone = stream(false);
    said(alone, 0, 5);
    said(alone, 10, 5);
    assertThat(heard).containsExactly(10L);
  }
}
