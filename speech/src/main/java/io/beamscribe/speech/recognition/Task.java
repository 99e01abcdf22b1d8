// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

/** What an engine writes: {@code --task}. */
public enum Task {
  /** What was said, in the language in which it was said. */
  TRANSCRIBE,
  /** What was said, in English. Not every engine can. */
  TRANSLATE
}
