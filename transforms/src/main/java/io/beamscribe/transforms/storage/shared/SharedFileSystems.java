// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hadoop file systems, one per bucket and settings. Hadoop's own cache has one per bucket whatever
 * the settings: two jobs with buckets of the same name in different stores would share one.
 * Thread-safe.
 */
@Internal
public final class SharedFileSystems {
  private static final Logger LOG = LoggerFactory.getLogger(SharedFileSystems.class);

  /**
   * Opening one takes a second and keeping one some megabytes, so this many stay open for the next
   * use or job. Beyond that unused ones are closed, such as those of expired credentials.
   */
  private static final int KEPT = 16;

  private static final Leases<Key, FileSystem> OPEN =
      new Leases<>(Retention.upTo(KEPT, files -> 1), SharedFileSystems::close);

  private SharedFileSystems() {}

  private record Key(String scheme, String bucket, Map<String, String> settings) {
    /** Without the settings, any of which may be a secret. */
    @Override
    public String toString() {
      return scheme + "://" + bucket;
    }
  }

  /**
   * The file system of an address, to be used inside a {@link StorageScope} until the lease is
   * closed.
   *
   * @param settings how to reach storage, by Hadoop's names; Hadoop's own defaults are not read
   * @throws IOException if it cannot be reached; the next call tries again
   * @throws IllegalArgumentException if a setting is not as it has to be
   */
  public static Lease<FileSystem> lease(URI address, Map<String, String> settings)
      throws IOException {
    Key key = new Key(address.getScheme(), address.getAuthority(), Map.copyOf(settings));
    try {
      return OPEN.acquire(key, () -> open(address, key.settings()));
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /**
   * Opens a file system that keeps nothing of the calling job alive: threads started here live as
   * long as the file system, and on Java 17 would inherit the caller's context, with its classes.
   * Threads of such a pool start without it.
   */
  private static FileSystem open(URI address, Map<String, String> settings) throws IOException {
    ForkJoinPool aside = new ForkJoinPool(1);
    try {
      return CompletableFuture.supplyAsync(() -> instance(address, settings), aside).join();
    } catch (CompletionException e) {
      throw failure(e);
    } finally {
      aside.shutdown();
    }
  }

  private static FileSystem instance(URI address, Map<String, String> settings) {
    try (StorageScope scope = StorageScope.open()) {
      Configuration configuration = new Configuration(false); // keeps the loader of the scope
      settings.forEach(configuration::set);
      return FileSystem.newInstance(address, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(noNumber(settings, e), e);
    }
  }

  /** Names the settings alone: any value may be a secret. */
  private static String noNumber(Map<String, String> settings, NumberFormatException e) {
    String names =
        settings.entrySet().stream()
            .filter(each -> String.valueOf(e.getMessage()).contains('"' + each.getValue() + '"'))
            .map(Map.Entry::getKey)
            .sorted()
            .collect(joining(" or "));
    return "the value of "
        + (names.isEmpty() ? "a setting of the store" : names)
        + " is not a number as it has to be";
  }

  private static void close(FileSystem files) {
    try (StorageScope scope = StorageScope.open()) {
      files.close();
    } catch (IOException e) {
      LOG.warn("An unused file system of object storage cannot be closed", e);
    }
  }

  private static IOException failure(Exception e) {
    Throwable cause = requireNonNullElse(e.getCause(), e);
    if (cause instanceof UncheckedIOException unchecked) {
      return requireNonNull(unchecked.getCause());
    }
    if (cause instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
