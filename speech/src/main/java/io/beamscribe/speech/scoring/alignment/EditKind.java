// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.alignment;

/** What became of a token. */
public enum EditKind {
  CORRECT,
  SUBSTITUTION,
  DELETION,
  INSERTION
}
