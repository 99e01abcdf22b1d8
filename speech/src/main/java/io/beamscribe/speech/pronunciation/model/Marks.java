// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import java.util.List;

/**
 * The marks that experts would give, on their scales. Immutable.
 *
 * @param phones aligned, with silences
 * @param phoneMarks 0 for wrong to 2 for good, one for each phone that is no silence
 * @param wordMarks 0 to 10
 * @param accuracy 0 to 10, as those below
 */
public record Marks(
    Posteriors posteriors,
    List<AlignedPhone> phones,
    List<Double> phoneMarks,
    List<Double> wordMarks,
    double accuracy,
    double fluency,
    double prosody,
    double total) {
  public Marks {
    phones = List.copyOf(phones);
    phoneMarks = List.copyOf(phoneMarks);
    wordMarks = List.copyOf(wordMarks);
  }

  /** Mean log posterior of the phones of a word where they are: how much it sounds like it. */
  public double audibility(int word) {
    return phones.stream()
        .filter(phone -> phone.word() == word)
        .mapToDouble(phone -> posteriors.mean(phone.phone(), phone.from(), phone.to()))
        .average()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
