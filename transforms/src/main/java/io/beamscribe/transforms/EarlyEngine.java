package io.beamscribe.transforms;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.EngineLease;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Engines;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A share in the worker's engine that is taken in the background as soon as there is a file that is
 * not known to be finished: the model loads while audio is still being opened. For one thread.
 */
final class EarlyEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EarlyEngine.class);

  private final EngineSpec spec;
  private CompletableFuture<EngineLease> lease;

  EarlyEngine(EngineSpec spec) {
    this.spec = spec;
  }

  /** Begins to load the engine; does nothing the next time. */
  void begin() {
    if (lease == null) {
      lease = CompletableFuture.supplyAsync(this::load, EarlyEngine::inThreadOfItsOwn);
    }
  }

  private EngineLease load() {
    try {
      return Engines.lease(spec);
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

  /** Gives the share back, once it is there; an engine stays loaded while others hold a share. */
  @Override
  public void close() {
    if (lease != null) {
      lease =
          lease.whenComplete(
              (loaded, failure) -> {
                if (loaded != null) {
                  loaded.close();
                } else {
                  // Whoever needs the engine meets the same failure, and reports it.
                  LOG.debug("The engine could not be loaded early", failure);
                }
              });
    }
  }
}
