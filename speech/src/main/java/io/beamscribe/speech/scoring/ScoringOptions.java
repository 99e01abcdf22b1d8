// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.scoring.alignment.AlignmentRule;
import io.beamscribe.speech.scoring.normalization.Normalizer;
import java.io.Serializable;

/**
 * How files are scored.
 *
 * @param normalizer of words and characters
 * @param alignment of words
 * @param locale of files whose reference names none; may be empty
 * @param collar seconds around the edges of turns that diarization error leaves out
 * @param wordCollar seconds by which words of tcpWER may be apart
 */
public record ScoringOptions(
    Normalizer normalizer, AlignmentRule alignment, String locale, double collar, double wordCollar)
    implements Serializable {
  public static final ScoringOptions DEFAULT =
      new ScoringOptions(Normalizer.BASIC, AlignmentRule.LEVENSHTEIN, "", 0, 5);
}
