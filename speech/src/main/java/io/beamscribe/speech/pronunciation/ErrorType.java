// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is wrong with a word, by the names of the contract. */
public enum ErrorType {
  @JsonProperty("None")
  NONE("None"),
  /** A word of the reference that was not said. */
  @JsonProperty("Omission")
  OMISSION("Omission"),
  /** A word that was said and is not in the reference. */
  @JsonProperty("Insertion")
  INSERTION("Insertion"),
  /** A word whose accuracy is below 60 of 100. */
  @JsonProperty("Mispronunciation")
  MISPRONUNCIATION("Mispronunciation"),
  /** A pause before a word where the reference has no mark. */
  @JsonProperty("UnexpectedBreak")
  UNEXPECTED_BREAK("UnexpectedBreak"),
  /** No pause before a word where the reference has a mark. */
  @JsonProperty("MissingBreak")
  MISSING_BREAK("MissingBreak"),
  /** The pitch hardly moves; not calibrated by marks of experts. */
  @JsonProperty("Monotone")
  MONOTONE("Monotone");

  private final String word;

  ErrorType(String word) {
    this.word = word;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
