// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phrase: the speech between two pauses on one channel. Immutable.
 *
 * @param startMilliseconds from the beginning of the file
 * @param endMilliseconds from the beginning of the file
 * @param speaker number of the speaker in the file, from 1; null without diarization
 * @param locale language of the phrase as a BCP-47 tag; null if the engine does not identify it
 * @param readings the best first; never empty, and never without words
 */
public record Phrase(
    int channel,
    @Nullable Integer speaker,
    long startMilliseconds,
    long endMilliseconds,
    @Nullable String locale,
    List<Reading> readings)
    implements OnChannel, Serializable {
  /** A phrase without a speaker. */
  public Phrase(
      int channel,
      long startMilliseconds,
      long endMilliseconds,
      @Nullable String locale,
      List<Reading> readings) {
    this(channel, null, startMilliseconds, endMilliseconds, locale, readings);
  }

  public Phrase {
    readings = List.copyOf(readings);
  }

  /** The best reading. */
  public Reading best() {
    return readings.get(0);
  }

  /** The words of some phrases as best read, in order. */
  public static List<Word> words(List<Phrase> phrases) {
    return phrases.stream().flatMap(phrase -> phrase.best().words().stream()).toList();
  }

  /** A copy with a speaker. */
  public Phrase withSpeaker(int number) {
    return new Phrase(channel, number, startMilliseconds, endMilliseconds, locale, readings);
  }

  /**
   * A copy with another locale.
   *
   * @param tag null if unknown
   */
  public Phrase withLocale(String tag) {
    return new Phrase(channel, speaker, startMilliseconds, endMilliseconds, tag, readings);
  }

  /** A copy with other readings. */
  public Phrase withReadings(List<Reading> others) {
    return new Phrase(channel, speaker, startMilliseconds, endMilliseconds, locale, others);
  }

  /** A copy with other times, in milliseconds. */
  public Phrase between(long start, long end) {
    return new Phrase(channel, speaker, start, end, locale, readings);
  }

  /** A copy that is, with all of its words, so much later, in milliseconds. */
  public Phrase later(long milliseconds) {
    return between(startMilliseconds + milliseconds, endMilliseconds + milliseconds)
        .withReadings(
            readings.stream()
                .map(
                    reading ->
                        reading.withWords(
                            reading.words().stream()
                                .map(word -> word.later(milliseconds))
                                .toList()))
                .toList());
  }
}
