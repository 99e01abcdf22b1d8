package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decoded files, shared by all threads: a file that several ask for is decoded once. What nobody
 * uses is kept up to the bound, the longest unused goes first. One cache per JVM and options.
 */
final class SpoolCache {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolCache.class);
  private static final Map<AudioOptions, SpoolCache> SHARED = new HashMap<>();

  private final AudioOptions options;
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private int users;
  private long decodes;

  private SpoolCache(AudioOptions options) {
    this.options = options;
  }

  interface Decoding {
    Decoded run() throws SpeechException;
  }

  /** A decoded file that stays until this is closed. */
  interface Lease extends AutoCloseable {
    Decoded decoded();

    @Override
    void close();
  }

  /** Each user has to give it back by {@link #release}; the last one empties it. */
  static SpoolCache shared(AudioOptions options) {
    synchronized (SHARED) {
      SpoolCache cache = SHARED.computeIfAbsent(options, SpoolCache::new);
      cache.users++;
      return cache;
    }
  }

  void release() {
    synchronized (SHARED) {
      if (--users == 0) {
        SHARED.remove(options);
        evict(0);
      }
    }
  }

  /** The decoded file, decoded now by this thread or another unless it is there. */
  Lease lease(String identity, Decoding decoding) throws SpeechException {
    Entry entry;
    boolean mine;
    synchronized (this) {
      mine = !entries.containsKey(identity);
      entry = entries.computeIfAbsent(identity, Entry::new);
      entry.leases++;
    }
    try {
      if (mine) {
        decode(entry, decoding);
      }
      Decoded decoded = entry.await();
      return entry.lease(this, decoded);
    } catch (SpeechException | RuntimeException | Error e) {
      giveBack(entry);
      throw e;
    }
  }

  private void decode(Entry entry, Decoding decoding) {
    try {
      Decoded decoded = decoding.run();
      synchronized (this) {
        decodes++;
        entry.bytes = decoded.layout().frames() * decoded.layout().frameBytes();
      }
      entry.result.complete(decoded);
      evict(options.spoolBytes());
    } catch (Throwable e) {
      synchronized (this) {
        entries.remove(entry.identity, entry);
      }
      entry.result.completeExceptionally(e);
    }
  }

  private void giveBack(Entry entry) {
    boolean last;
    synchronized (this) {
      entry.leases--;
      last = users == 0;
    }
    evict(last ? 0 : options.spoolBytes());
  }

  /** Closes what is unused, until no more than so many bytes are left. */
  private synchronized void evict(long bound) {
    long bytes = bytes();
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (bytes > bound && oldestFirst.hasNext()) {
      Entry entry = oldestFirst.next();
      if (entry.leases == 0 && entry.result.isDone()) {
        oldestFirst.remove();
        bytes -= entry.bytes;
        close(entry);
      }
    }
  }

  private static void close(Entry entry) {
    try {
      entry.result.join().close();
    } catch (IOException e) {
      LOG.warn("A spool could not be closed: {}", e.getMessage());
    }
  }

  /** Bytes of all spools that are kept. */
  synchronized long bytes() {
    return entries.values().stream().mapToLong(entry -> entry.bytes).sum();
  }

  /** How many files were decoded. */
  synchronized long decodes() {
    return decodes;
  }

  private static final class Entry {
    final String identity;
    final CompletableFuture<Decoded> result = new CompletableFuture<>();
    int leases;
    long bytes;

    Entry(String identity) {
      this.identity = identity;
    }

    Decoded await() throws SpeechException {
      try {
        return result.get();
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

    Lease lease(SpoolCache cache, Decoded decoded) {
      return new Lease() {
        private boolean closed;

        @Override
        public Decoded decoded() {
          return decoded;
        }

        @Override
        public synchronized void close() {
          if (!closed) {
            closed = true;
            cache.giveBack(Entry.this);
          }
        }
      };
    }
  }
}
