// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.transcript.Phrase;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the samples that a stream has taken.
 *
 * @param finals phrases that have become final since the last result, in order of time
 * @param partial what was recognised of the utterance since then; null for nothing, or nothing new
 * @param stableWords how many words of the partial phrase are not likely to change
 */
public record StreamResult(List<Phrase> finals, @Nullable Phrase partial, int stableWords)
    implements Serializable {
  /** Nothing new. */
  public static final StreamResult NOTHING = new StreamResult(List.of(), null, 0);

  public StreamResult {
    finals = List.copyOf(finals);
  }

  /** Final phrases alone. */
  public static StreamResult of(List<Phrase> finals) {
    return new StreamResult(finals, null, 0);
  }

  /** With the final phrases of an earlier result before these. */
  public StreamResult after(StreamResult earlier) {
    return earlier.finals().isEmpty()
        ? this
        : new StreamResult(
            Stream.concat(earlier.finals().stream(), finals.stream()).toList(),
            partial,
            stableWords);
  }
}
