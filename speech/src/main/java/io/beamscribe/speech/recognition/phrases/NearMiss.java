package io.beamscribe.speech.recognition.phrases;

import java.util.Comparator;

/**
 * That some words in a row are to be a phrase of the list. Within it, words that are the same from
 * either end stay as they are; what lies between is replaced.
 *
 * @param from first word that belongs to the phrase
 * @param to after the last one
 * @param heardFrom first word to be replaced
 * @param heardTo after the last one
 * @param listedFrom first word of the phrase that replaces them
 * @param listedTo after the last one
 */
record NearMiss(
    ListedPhrase phrase,
    double distance,
    int from,
    int to,
    int heardFrom,
    int heardTo,
    int listedFrom,
    int listedTo) {
  /** The nearest first, then the longest phrase, the earliest place, the order of the list. */
  static final Comparator<NearMiss> BEST_FIRST =
      Comparator.comparingDouble(NearMiss::distance)
          .thenComparing(miss -> -miss.phrase.letters().length())
          .thenComparing(NearMiss::from)
          .thenComparing(NearMiss::to)
          .thenComparing(miss -> miss.phrase.order());

  boolean overlaps(NearMiss other) {
    return from < other.to && other.from < to;
  }

  /** Whether every word is there as it is to be. */
  boolean isHit() {
    return heardFrom == heardTo && listedFrom == listedTo;
  }

  /** Whether words beside those to be replaced are those of the phrase. */
  boolean hasContext() {
    return heardTo - heardFrom < to - from;
  }
}
