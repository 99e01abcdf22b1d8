// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines;

import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import java.io.IOException;

/**
 * Engines, and how long a thread waited for them: a model is loaded once for all files, and is not
 * part of what one of them takes. Not thread-safe.
 */
public final class WaitingEngines implements EngineSource {
  private final EngineSource engines;
  private long nanos;

  public WaitingEngines(EngineSource engines) {
    this.engines = engines;
  }

  @Override
  public Engine get(EngineSpec spec) throws IOException {
    long begin = System.nanoTime();
    try {
      return engines.get(spec);
    } finally {
      nanos += System.nanoTime() - begin;
    }
  }

  /** Nanoseconds waited since the last call. */
  public long newNanos() {
    long now = nanos;
    nanos = 0;
    return now;
  }
}
