// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks up files on the web, many at once: a server that stalls would hold up all others. To be
 * used by one thread.
 */
final class WebLookups implements AutoCloseable {
  private static final int AT_ONCE = 16;

  private final ExecutorService threads;
  private final Map<String, Future<Found>> asked = new HashMap<>();

  /** Begins to look up these addresses. */
  WebLookups(Collection<String> addresses) {
    threads =
        Executors.newFixedThreadPool(
            AT_ONCE,
            task -> {
              Thread thread = new Thread(task, "web-lookup");
              thread.setDaemon(true);
              return thread;
            });
    addresses.forEach(
        address -> asked.computeIfAbsent(address, a -> threads.submit(() -> WebFile.find(a))));
  }

  /** The file at one of the addresses; waits for it. */
  Found find(String address) throws SpeechException {
    Future<Found> file = asked.get(address);
    if (file == null) {
      return WebFile.find(address);
    }
    try {
      return file.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException(ErrorKind.TRANSIENT, "The listing was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SpeechException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
