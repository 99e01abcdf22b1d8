package io.beamscribe.transforms.worker;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.EngineLease;
import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shares in the worker's engines, each taken when it is first needed and kept until the end. For
 * one thread.
 */
public final class EngineLeases implements EngineSource, AutoCloseable {
  private final Map<EngineSpec, EngineLease> leases = new LinkedHashMap<>();

  @Override
  public Engine get(EngineSpec spec) throws IOException {
    EngineLease lease = leases.get(spec);
    if (lease == null) {
      try {
        lease = Engines.lease(spec);
      } catch (SpeechException e) {
        throw new IOException(e.getMessage(), e);
      }
      leases.put(spec, lease);
    }
    return lease.engine();
  }

  @Override
  public void close() {
    leases.values().forEach(EngineLease::close);
    leases.clear();
  }
}
