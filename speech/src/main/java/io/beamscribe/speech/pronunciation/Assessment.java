// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well something was read or said. Scores are 0 to 100. Immutable.
 *
 * @param recognized what was recognised, in display form
 * @param lexical the same as words in lower case
 * @param confidence of the recogniser, 0 to 1
 * @param startMilliseconds of the first word in the file
 * @param endMilliseconds of the last word
 * @param calibrated whether scores were fitted to marks of experts; if not, only completeness,
 *     times and words are given
 * @param accuracy null where it is not calibrated, as fluency, prosody and the whole
 * @param completeness share of the reference that was said
 * @param words of the reference and insertions, in order
 */
public record Assessment(
    String recognized,
    String lexical,
    double confidence,
    long startMilliseconds,
    long endMilliseconds,
    boolean calibrated,
    @Nullable Double accuracy,
    @Nullable Double fluency,
    double completeness,
    @Nullable Double prosody,
    @Nullable Double total,
    List<WordResult> words) {
  public Assessment {
    words = List.copyOf(words);
  }

  /**
   * A word of it.
   *
   * @param text as in the reference, without marks
   * @param startMilliseconds in the file; of an omitted word, where it might have been
   * @param accuracy null for words that were not said, and where it is not calibrated
   * @param breakMilliseconds of the pause before it
   * @param breaks what is wrong with this pause; null if nothing is, or it was not looked at
   * @param monotone whether the pitch hardly moves
   */
  public record WordResult(
      String text,
      long startMilliseconds,
      long endMilliseconds,
      @Nullable Double accuracy,
      ErrorType error,
      long breakMilliseconds,
      @Nullable ErrorType breaks,
      boolean monotone,
      List<SyllableResult> syllables,
      List<PhoneResult> phones) {
    public WordResult {
      syllables = List.copyOf(syllables);
      phones = List.copyOf(phones);
    }

    /** Its accuracy, if it has one. */
    public Optional<Double> score() {
      return Optional.ofNullable(accuracy);
    }
  }

  /**
   * A syllable of a word.
   *
   * @param phones how many of the word's phones, in order
   * @param letters of the word; empty if they cannot be told apart
   */
  public record SyllableResult(
      int phones, String letters, long startMilliseconds, long endMilliseconds, double accuracy) {}

  /**
   * A phone of a word.
   *
   * @param nBest the likeliest phones in its place, the best first
   */
  public record PhoneResult(
      SpokenPhone phone,
      long startMilliseconds,
      long endMilliseconds,
      double accuracy,
      List<Candidate> nBest) {
    public PhoneResult {
      nBest = List.copyOf(nBest);
    }
  }

  /**
   * A phone that may have been said.
   *
   * @param score 0 to 100, the more the likelier
   */
  public record Candidate(SpokenPhone phone, double score) {}
}
