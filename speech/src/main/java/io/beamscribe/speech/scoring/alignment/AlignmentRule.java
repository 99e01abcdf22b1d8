// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.alignment;

/**
 * Which alignment counts. An alignment of the lowest cost is rarely the only one, and others have
 * other numbers of substitutions, so each rule also says which of them is taken.
 */
public enum AlignmentRule {
  /**
   * The fewest edits; of these, the fewest substitutions, that is the most correct tokens. Word
   * error rate in the usual sense.
   */
  LEVENSHTEIN,
  /**
   * As sclite of NIST: a substitution costs 4, an insertion or deletion 3. It prefers correct words
   * to few edits, so its error rate is sometimes higher. In a tie a substitution goes before an
   * insertion, and an insertion before a deletion, seen from the end.
   */
  SCLITE,
  /**
   * The fewest edits, divided into kinds as jiwer does: seen from the end, a deletion goes before
   * all others.
   */
  JIWER
}
