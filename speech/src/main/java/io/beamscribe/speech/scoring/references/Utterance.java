// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import io.beamscribe.speech.scoring.conversations.TimedWord;
import java.io.Serializable;
import java.util.List;

/**
 * Speech as a person wrote it down. Immutable.
 *
 * @param file the audio, as the reference names it
 * @param channel from 0; -1 if the reference does not say
 * @param speaker empty if the reference does not say
 * @param locale as a BCP-47 tag; empty if the reference does not say
 * @param start in seconds from the beginning of the file; NaN if the reference does not say
 * @param end in seconds from the beginning of the file; NaN if the reference does not say
 * @param words with their own times; empty unless the reference has these
 */
public record Utterance(
    String file,
    int channel,
    String speaker,
    String locale,
    double start,
    double end,
    String text,
    List<TimedWord> words)
    implements Serializable {
  public Utterance {
    words = List.copyOf(words);
  }

  /** An utterance of a whole file. */
  public static Utterance of(String file, String locale, String text) {
    return new Utterance(file, -1, "", locale, Double.NaN, Double.NaN, text, List.of());
  }

  /** Whether it is known when it was said. */
  public boolean isTimed() {
    return !Double.isNaN(start) && !Double.isNaN(end);
  }
}
