// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines;

import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import java.io.IOException;

/** Provides engines, loading them if necessary. */
public interface EngineSource {
  /**
   * The engine of a spec, which the caller must not close.
   *
   * @throws IOException if it cannot be loaded, for which no audio is to blame: this fails the job,
   *     not each file in turn
   */
  Engine get(EngineSpec spec) throws IOException;
}
