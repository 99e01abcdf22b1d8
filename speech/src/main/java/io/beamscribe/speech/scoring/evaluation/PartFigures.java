// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.results.PartScore;
import java.util.List;
import java.util.Map;

/**
 * Error rates of a speaker or a channel, named as in {@link Figures}.
 *
 * @param name of the part
 */
public record PartFigures(
    String name,
    double wordErrorRate,
    long wordCount,
    long correctWordCount,
    long wordSubstitutionCount,
    long wordDeletionCount,
    long wordInsertionCount,
    double characterErrorRate,
    long characterCount,
    long correctCharacterCount,
    long characterSubstitutionCount,
    long characterDeletionCount,
    long characterInsertionCount,
    double sentenceErrorRate,
    long sentenceCount,
    long sentenceErrorCount) {

  static List<PartFigures> of(Map<String, PartScore> parts) {
    return parts.entrySet().stream().map(part -> of(part.getKey(), part.getValue())).toList();
  }

  private static PartFigures of(String name, PartScore score) {
    EditCounts words = score.words();
    EditCounts characters = score.characters();
    return new PartFigures(
        name,
        words.rate(),
        words.reference(),
        words.correct(),
        words.substitutions(),
        words.deletions(),
        words.insertions(),
        characters.rate(),
        characters.reference(),
        characters.correct(),
        characters.substitutions(),
        characters.deletions(),
        characters.insertions(),
        (double) score.sentenceErrors() / Math.max(1, score.sentences()),
        score.sentences(),
        score.sentenceErrors());
  }
}
