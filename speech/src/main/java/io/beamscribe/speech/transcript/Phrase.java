// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said between two pauses on one channel.
 *
 * @param startMilliseconds from the beginning of the file
 * @param endMilliseconds from the beginning of the file
 * @param speaker who says it, numbered over the file from 1; null where that was not asked
 * @param locale language of the phrase as a BCP-47 tag; null where the engine does not tell
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
  /** A phrase of which it is not known who says it. */
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

  public Reading best() {
    return readings.get(0);
  }

  /** The same, said by somebody. */
  public Phrase withSpeaker(int number) {
    return new Phrase(channel, number, startMilliseconds, endMilliseconds, locale, readings);
  }

  /**
   * The same in another locale.
   *
   * @param tag null where it is not known
   */
  public Phrase withLocale(String tag) {
    return new Phrase(channel, speaker, startMilliseconds, endMilliseconds, tag, readings);
  }

  /** The same with other readings. */
  public Phrase withReadings(List<Reading> others) {
    return new Phrase(channel, speaker, startMilliseconds, endMilliseconds, locale, others);
  }

  /** The same between other times. */
  public Phrase between(long start, long end) {
    return new Phrase(channel, speaker, start, end, locale, readings);
  }
}
