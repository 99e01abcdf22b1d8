// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.results.ModelScore;
import io.beamscribe.speech.scoring.results.TokenErrors;
import org.jspecify.annotations.Nullable;

/**
 * Error rates of a model on some files, with the names that evaluations of Azure have; rates are
 * shares, not percent. Those of tokens are null where no reference is written for readers.
 *
 * @param name of the model, or of what the figures are limited to
 */
public record Figures(
    String name,
    long files,
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
    long sentenceErrorCount,
    @Nullable Double tokenErrorRate,
    @Nullable Long tokenCount,
    @Nullable Long correctTokenCount,
    @Nullable Long tokenSubstitutionCount,
    @Nullable Long tokenDeletionCount,
    @Nullable Long tokenInsertionCount,
    @Nullable Kinds tokenErrors) {

  /** Edits of tokens by kind. */
  public record Kinds(
      Kind punctuation,
      Kind capitalization,
      Kind inverseTextNormalization,
      Kind lexical,
      Kind others) {}

  /**
   * One kind of edits.
   *
   * @param percentageOfAllEdits from 0 to 100
   */
  public record Kind(long numberOfEdits, double percentageOfAllEdits) {}

  static Figures of(String name, long files, ModelScore score) {
    EditCounts words = score.words();
    EditCounts characters = score.characters();
    TokenErrors tokens = score.tokens();
    EditCounts counts = tokens.counts();
    boolean written = counts.reference() + counts.hypothesis() > 0;
    return new Figures(
        name,
        files,
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
        score.sentenceErrors(),
        written ? counts.rate() : null,
        written ? counts.reference() : null,
        written ? counts.correct() : null,
        written ? counts.substitutions() : null,
        written ? counts.deletions() : null,
        written ? counts.insertions() : null,
        written ? kinds(tokens) : null);
  }

  private static Kinds kinds(TokenErrors tokens) {
    long all = tokens.counts().errors();
    return new Kinds(
        kind(tokens.punctuation(), all),
        kind(tokens.capitalization(), all),
        kind(tokens.inverseTextNormalization(), all),
        kind(tokens.lexical(), all),
        kind(tokens.others(), all));
  }

  private static Kind kind(long edits, long all) {
    return new Kind(edits, 100.0 * edits / Math.max(1, all));
  }
}
