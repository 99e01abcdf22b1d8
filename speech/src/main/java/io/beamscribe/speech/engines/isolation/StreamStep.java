// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

/** What a call does with a stream. */
enum StreamStep {
  /** Takes speech whose phrases are final already, for what it tells of the voice. */
  LEARN,
  ACCEPT,
  END_UTTERANCE,
  CLOSE
}
