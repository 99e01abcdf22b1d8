// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

/** How much is computed for a recognition: less is sooner there, and wrong more often. */
public enum Effort {
  /** As well as the engine can. */
  FULL,

  /** Without what is computed for silence after the segments, where an engine fills them up. */
  SHORT,

  /** As {@link #SHORT}, and a text that fits badly is kept rather than sought anew. */
  LEAST
}
