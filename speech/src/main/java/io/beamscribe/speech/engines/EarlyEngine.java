// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.sharing.Lease;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease of this process's engine that is taken in the background before anyone asks for it: the
 * model loads while the job is set up and audio is opened. Not thread-safe.
 */
public final class EarlyEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EarlyEngine.class);

  private final EngineSpec spec;
  private @Nullable CompletableFuture<Lease<Engine>> lease;

  public EarlyEngine(EngineSpec spec) {
    this.spec = spec;
  }

  /** Starts loading the engine; further calls do nothing. */
  public void begin() {
    if (lease == null) {
      lease = CompletableFuture.supplyAsync(this::load, EarlyEngine::inThreadOfItsOwn);
    }
  }

  private Lease<Engine> load() {
    try {
      return Engines.shared().lease(spec);
    } catch (SpeechException e) {
      throw new CompletionException(e);
    }
  }

  // The common pool has no thread to spare on a machine with few cores.
  private static void inThreadOfItsOwn(Runnable work) {
    Thread thread = new Thread(work, "beamscribe-early-engine");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the lease, once it is there; the engine stays loaded while others hold a lease. */
  @Override
  public void close() {
    if (lease != null) {
      lease =
          lease.whenComplete(
              (loaded, failure) -> {
                if (loaded != null) {
                  loaded.close();
                } else {
                  // Whoever needs the engine gets the same failure and reports it.
                  LOG.debug("The engine could not be loaded early", failure);
                }
              });
    }
  }
}
