// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.sharing.Lease;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leases of the worker's engines, each taken when first needed and kept until closed. Not
 * thread-safe.
 */
public final class EngineLeases implements EngineSource, AutoCloseable {
  private final Map<EngineSpec, Lease<Engine>> leases = new LinkedHashMap<>();

  @Override
  public Engine get(EngineSpec spec) throws IOException {
    Lease<Engine> lease = leases.get(spec);
    if (lease == null) {
      try {
        lease = Engines.shared().lease(spec);
      } catch (SpeechException e) {
        throw new IOException(e.getMessage(), e);
      }
      leases.put(spec, lease);
    }
    return lease.value();
  }

  @Override
  public void close() {
    leases.values().forEach(Lease::close);
    leases.clear();
  }
}
