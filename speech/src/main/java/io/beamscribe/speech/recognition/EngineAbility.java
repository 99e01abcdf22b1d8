// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

/** Abilities that only the models of some engines have. */
public enum EngineAbility {
  /** Identifies the spoken language, if the model knows several. */
  IDENTIFIES_LANGUAGES,
  /** Translates speech in other languages into English. */
  TRANSLATES,
  /** Writes for readers: with numbers in digits, punctuation and capital letters. */
  WRITES_FOR_READERS,
  /** Writes marks and capital letters to the words of other engines. */
  PUNCTUATES,
  /** Recognises samples as they come, rather than whole segments again and again. */
  STREAMS
}
