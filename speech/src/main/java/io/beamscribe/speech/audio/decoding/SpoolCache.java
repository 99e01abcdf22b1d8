// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decoded files, shared by all threads: a file that several ask for is decoded once. Unused files
 * are kept up to a bound and evicted least recently used first. Thread-safe.
 */
final class SpoolCache {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolCache.class);

  /** All decoders of this JVM with the same options have one disk, and so one bound. */
  private static final Leases<AudioOptions, SpoolCache> SHARED =
      new Leases<>(Retention.none(), cache -> cache.spools.close());

  private final Leases<String, Decoded> spools;
  private final AtomicLong decodes = new AtomicLong();

  private SpoolCache(AudioOptions options) {
    spools =
        new Leases<>(Retention.upTo(options.spoolBytes(), Decoded::storedBytes), SpoolCache::close);
  }

  interface Decoding {
    Decoded run() throws SpeechException;
  }

  /** Closing the last lease empties it. */
  static Lease<SpoolCache> shared(AudioOptions options) {
    return SHARED.share(options, () -> new SpoolCache(options));
  }

  /** Leases the decoded file, which this thread or another decodes if it is not there yet. */
  Lease<Decoded> lease(String identity, Decoding decoding) throws SpeechException {
    try {
      return spools.acquire(identity, () -> decode(decoding));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException(ErrorKind.TRANSIENT, "Decoding was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SpeechException known) {
        throw new SpeechException(known.kind(), known.getMessage(), known);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Decoded decode(Decoding decoding) throws SpeechException {
    Decoded decoded = decoding.run();
    decodes.incrementAndGet();
    return decoded;
  }

  private static void close(Decoded decoded) {
    try {
      decoded.close();
    } catch (IOException e) {
      LOG.warn("A spool could not be closed: {}", e.getMessage());
    }
  }

  /** Number of files decoded so far. */
  long decodes() {
    return decodes.get();
  }
}
