// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.quality.Quality;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.RedactedPart;
import io.beamscribe.speech.transcript.TextClock;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The segments of one transcript: its phrases, those that are too long divided at their longest
 * pauses. Shorter ones, and those of which personal data was taken out, are left out.
 */
public final class Segments {
  /** Less is a word or two, of which a listener cannot be sure either. */
  static final long SHORTEST = 2000;

  /** More is tiring to type, and one has to listen to it again. */
  static final long LONGEST = 15_000;

  /** Taken along before and after, where nothing else is said: the ends of words are not exact. */
  private static final long MARGIN = 100;

  private final String result;
  private final Transcript transcript;
  private final String engine;
  private final List<RedactedPart> redacted;
  private final List<Segment> segments = new ArrayList<>();

  private Segments(String result, Transcript transcript) {
    this.result = result;
    this.transcript = transcript;
    this.engine = Optional.ofNullable(transcript.provenance()).map(Provenance::engine).orElse("");
    this.redacted =
        Optional.ofNullable(transcript.provenance())
            .map(Provenance::text)
            .flatMap(text -> Optional.ofNullable(text.entities()))
            .orElse(List.of());
  }

  /**
   * The segments by channel and time.
   *
   * @param result a name of the transcript, unique among all
   * @throws SpeechException if the text is a translation, which is not what was said
   */
  public static List<Segment> of(String result, Transcript transcript) throws SpeechException {
    Provenance provenance = transcript.provenance();
    if (provenance != null && provenance.translated()) {
      throw new SpeechException(
          ErrorKind.UNSUPPORTED_AUDIO, "It is a translation, not what was said.");
    }
    Segments all = new Segments(result, transcript);
    List<Phrase> phrases = transcript.phrases();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      Phrase before = i == 0 ? null : phrases.get(i - 1);
      Phrase after = i + 1 == phrases.size() ? null : phrases.get(i + 1);
      all.add(
          phrase,
          before == null || before.channel() != phrase.channel() ? 0 : before.endMilliseconds(),
          after == null || after.channel() != phrase.channel()
              ? transcript.durationMilliseconds()
              : after.startMilliseconds());
    }
    return all.segments;
  }

  /**
   * Adds the segments of a phrase.
   *
   * @param before when what is said before it ends
   * @param after when what is said after it begins
   */
  private void add(Phrase phrase, long before, long after) {
    // Neither masked nor by rules: a reference is what was said.
    Reading reading = phrase.best().asRecognized();
    List<Word> words = reading.words();
    if (words.isEmpty()) {
      add(phrase, reading, phrase.startMilliseconds(), phrase.endMilliseconds(), before, after);
    } else {
      divide(phrase, reading, 0, words.size(), before, after);
    }
  }

  private void divide(Phrase phrase, Reading reading, int from, int to, long before, long after) {
    List<Word> words = reading.words();
    long start = words.get(from).startMilliseconds();
    long end = words.get(to - 1).endMilliseconds();
    if (end - start <= LONGEST || to - from == 1) {
      add(phrase, reading.part(from, to), start, end, before, after);
      return;
    }
    int cut = cut(words, from, to);
    long pauseStart = words.get(cut - 1).endMilliseconds();
    long pauseEnd = words.get(cut).startMilliseconds();
    divide(phrase, reading, from, cut, before, pauseEnd);
    divide(phrase, reading, cut, to, pauseStart, after);
  }

  /** The word before which to cut: after the longest pause, of several the one in the middle. */
  private static int cut(List<Word> words, int from, int to) {
    long start = words.get(from).startMilliseconds();
    long end = words.get(to - 1).endMilliseconds();
    int best = -1;
    long bestPause = 0;
    long bestDistance = 0;
    for (int i = from + 1; i < to; i++) {
      long left = words.get(i - 1).endMilliseconds();
      long right = words.get(i).startMilliseconds();
      // Parts that are too short to be used come last.
      boolean sliver = left - start < SHORTEST || end - right < SHORTEST;
      long pause = sliver ? -1 : Math.max(0, right - left);
      long distance = Math.abs(left + right - start - end);
      if (best < 0 || pause > bestPause || (pause == bestPause && distance < bestDistance)) {
        best = i;
        bestPause = pause;
        bestDistance = distance;
      }
    }
    return best;
  }

  private void add(Phrase phrase, Reading reading, long start, long end, long before, long after) {
    long from = Math.max(0, start - margin(start - before));
    long to = end + margin(after - end);
    String text = Texts.oneLine(reading.display()).strip();
    boolean fits = end - start >= SHORTEST && to - from <= LONGEST + 2 * MARGIN;
    if (!fits || text.isEmpty() || isRedacted(phrase.channel(), from, to)) {
      return;
    }
    Set<String> words = new HashSet<>();
    reading.words().forEach(word -> words.add(word.text()));
    if (words.isEmpty()) {
      words.addAll(List.of(reading.lexical().split(" ")));
    }
    segments.add(
        new Segment(
            result,
            transcript.source(),
            phrase.channel(),
            speaker(phrase),
            locale(phrase),
            from,
            to,
            reading.words().stream()
                .mapToDouble(Word::confidence)
                .average()
                .orElse(reading.confidence()),
            text,
            words,
            heard(text, reading, from)));
  }

  /** The text in pieces, each with what is to be thought of its word. */
  private List<HeardWord> heard(String text, Reading reading, long from) {
    List<Word> words = reading.displayed();
    List<HeardWord> heard = new ArrayList<>();
    int[] starts =
        words.isEmpty() ? new int[0] : new TextClock(text, words).wordStarts().stream().toArray();
    boolean exact = starts.length == words.size();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String piece =
          exact
              ? text.substring(
                  i == 0 ? 0 : starts[i], i + 1 < starts.length ? starts[i + 1] : text.length())
              : word.text() + " ";
      heard.add(
          new HeardWord(
              piece,
              word.confidence(),
              Quality.expectedErrors(engine, word.confidence()),
              Math.max(0, word.startMilliseconds() - from)));
    }
    return heard;
  }

  private static long margin(long pause) {
    return Math.max(0, Math.min(MARGIN, pause / 2));
  }

  private boolean isRedacted(int channel, long from, long to) {
    return redacted.stream()
        .anyMatch(
            part ->
                part.channel() == channel
                    && part.offsetMilliseconds() < to
                    && part.offsetMilliseconds() + part.durationMilliseconds() > from);
  }

  private String speaker(Phrase phrase) {
    Integer number = phrase.speaker();
    String here = result + "\n" + phrase.channel() + "\n" + (number == null ? "" : number);
    return number == null ? here : transcript.voice(number).orElse(here);
  }

  private String locale(Phrase phrase) {
    Provenance provenance = transcript.provenance();
    String locale = provenance == null ? phrase.locale() : provenance.language(phrase);
    return locale == null || locale.equals("und") ? "" : locale;
  }
}
