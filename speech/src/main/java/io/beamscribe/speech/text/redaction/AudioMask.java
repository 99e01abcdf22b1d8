// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

/** What stands in a copy of the audio where personal data is said. */
public enum AudioMask {
  /** There is no copy. */
  NONE,
  /** Silence. */
  MUTE,
  /** A tone. */
  BLEEP
}
