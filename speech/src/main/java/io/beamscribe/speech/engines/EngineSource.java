// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines;

import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import java.io.IOException;

/** Gives engines, which may still have to be loaded. */
public interface EngineSource {
  /**
   * The engine of a spec, which stays its source's to close.
   *
   * @throws IOException where it cannot be loaded, for which no audio is to blame: this fails the
   *     job, not each file in turn
   */
  Engine get(EngineSpec spec) throws IOException;
}
