// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.phrases;

import java.util.Comparator;

/**
 * Consecutive words that become a phrase of the list. Words that match from either end stay as they
 * are; those between are replaced.
 *
 * @param from first word that belongs to the phrase
 * @param to after the last one
 * @param replacedFrom first word to be replaced
 * @param replacedTo after the last one
 * @param listedFrom first word of the phrase that replaces them
 * @param listedTo after the last one
 */
record NearMiss(
    ListedPhrase phrase,
    double distance,
    int from,
    int to,
    int replacedFrom,
    int replacedTo,
    int listedFrom,
    int listedTo) {
  /** Nearest first, then longest phrase, earliest position, order of the list. */
  static final Comparator<NearMiss> BEST_FIRST =
      Comparator.comparingDouble(NearMiss::distance)
          .thenComparing(miss -> -miss.phrase.letters().length())
          .thenComparing(NearMiss::from)
          .thenComparing(NearMiss::to)
          .thenComparing(miss -> miss.phrase.order());

  boolean overlaps(NearMiss other) {
    return from < other.to && other.from < to;
  }

  /** Whether every word already matches. */
  boolean isHit() {
    return replacedFrom == replacedTo && listedFrom == listedTo;
  }

  /** Whether words next to those to be replaced match the phrase. */
  boolean hasContext() {
    return replacedTo - replacedFrom < to - from;
  }
}
