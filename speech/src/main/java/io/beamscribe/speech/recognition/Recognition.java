// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import java.io.Serializable;
import java.util.List;

/**
 * What an engine recognised.
 *
 * @param phrases in order of time
 * @param doubtful phrases that the engine may have invented, in order of time; each is flagged.
 *     Only where speech detection is sure they were said
 * @param flags in order of time; none if there is nothing to report
 */
public record Recognition(List<Phrase> phrases, List<Phrase> doubtful, List<Flag> flags)
    implements Serializable {
  /** No speech. */
  public static final Recognition NOTHING = of(List.of());

  public Recognition {
    phrases = List.copyOf(phrases);
    doubtful = List.copyOf(doubtful);
    flags = List.copyOf(flags);
  }

  /** Without doubts. */
  public Recognition(List<Phrase> phrases, List<Flag> flags) {
    this(phrases, List.of(), flags);
  }

  /** Those of parts that follow each other, as one. */
  public static Recognition joined(List<Recognition> parts) {
    return new Recognition(
        parts.stream().flatMap(part -> part.phrases().stream()).toList(),
        parts.stream().flatMap(part -> part.doubtful().stream()).toList(),
        parts.stream().flatMap(part -> part.flags().stream()).toList());
  }

  /** Phrases without flags. */
  public static Recognition of(List<Phrase> phrases) {
    return new Recognition(phrases, List.of());
  }
}
