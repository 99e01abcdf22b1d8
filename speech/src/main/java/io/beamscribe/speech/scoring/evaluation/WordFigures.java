// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.alignment.EditCounts;

/**
 * Word error rates with the best assignment of speakers.
 *
 * @param name of the rate
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
}
