// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A piece of speech that a person could transcribe. Immutable.
 *
 * @param result name of the result that it is from, unique among all
 * @param source address of the audio
 * @param channel as in the result
 * @param speaker tells the speaker from those of all results; by the name, where it is known
 * @param locale as a BCP-47 tag; empty if unknown
 * @param startMilliseconds from the beginning of the audio
 * @param endMilliseconds from the beginning of the audio
 * @param confidence mean of the words, between 0 and 1
 * @param text as recognised, on one line
 * @param words the different ones, as spoken
 * @param heard the text in pieces, a word each; empty if the result has no words
 */
public record Segment(
    String result,
    String source,
    int channel,
    String speaker,
    String locale,
    long startMilliseconds,
    long endMilliseconds,
    double confidence,
    String text,
    Set<String> words,
    List<HeardWord> heard) {
  /** By their places alone, so that an order never depends on anything else. */
  static final Comparator<Segment> BY_PLACE =
      Comparator.comparing(Segment::result)
          .thenComparingInt(Segment::channel)
          .thenComparingLong(Segment::startMilliseconds)
          .thenComparingLong(Segment::endMilliseconds);

  public Segment {
    words = Set.copyOf(words);
    heard = List.copyOf(heard);
  }

  /** The length in milliseconds. */
  public long durationMilliseconds() {
    return endMilliseconds - startMilliseconds;
  }
}
