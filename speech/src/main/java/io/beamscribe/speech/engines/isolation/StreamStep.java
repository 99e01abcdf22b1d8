// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

/** What a call does with a stream. */
enum StreamStep {
  ACCEPT,
  END_UTTERANCE,
  CLOSE
}
