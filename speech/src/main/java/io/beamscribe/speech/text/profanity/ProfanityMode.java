// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

/** What becomes of profanity: {@code --profanityFilterMode}. */
public enum ProfanityMode {
  /** Stays. */
  NONE,
  /** First letter, then stars: {@code f***}. The default. */
  MASKED,
  /** Left out. */
  REMOVED,
  /** Between {@code <profanity>} and {@code </profanity>}. */
  TAGS
}
