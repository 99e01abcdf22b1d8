// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

/** What models of only some engines can do. */
public enum EngineAbility {
  /** Says which language is spoken, where the model knows several. */
  IDENTIFIES_LANGUAGES,
  /** Writes down in English what is said in another language. */
  TRANSLATES
}
