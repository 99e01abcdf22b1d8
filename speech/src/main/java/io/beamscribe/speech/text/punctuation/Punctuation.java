// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

/** Where punctuation and capital letters of verbatim engines come from. */
public enum Punctuation {
  /** Whisper where its model is there, else rules. */
  AUTO,
  /** Whisper's decoder, forced to the recognised words. */
  WHISPER,
  /** Pauses, endings and word lists. */
  RULES,
  /** Words as spoken. */
  NONE
}
