// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import java.util.List;
import java.util.Map;

/**
 * Word error rates of a part: a speaker or a channel, or with the best assignment of speakers.
 *
 * @param name of the part
 */
public record WordFigures(
    String name,
    double wordErrorRate,
    long wordCount,
    long correctWordCount,
    long wordSubstitutionCount,
    long wordDeletionCount,
    long wordInsertionCount) {

  static WordFigures of(String name, EditCounts words) {
    return new WordFigures(
        name,
        words.rate(),
        words.reference(),
        words.correct(),
        words.substitutions(),
        words.deletions(),
        words.insertions());
  }

  static List<WordFigures> of(Map<String, EditCounts> parts) {
    return parts.entrySet().stream().map(part -> of(part.getKey(), part.getValue())).toList();
  }
}
