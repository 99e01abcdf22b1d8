// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

/** What becomes of profanity, as Azure AI Speech names the modes. */
public enum ProfanityMode {
  /** Stays. */
  NONE("None"),
  /** First letter, then stars: {@code f***}. The default. */
  MASKED("Masked"),
  /** Left out. */
  REMOVED("Removed"),
  /** Between {@code <profanity>} and {@code </profanity>}. */
  TAGS("Tags");

  private final String label;

  ProfanityMode(String label) {
    this.label = label;
  }

  /** The service's name. */
  @Override
  public String toString() {
    return label;
  }
}
