// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * File systems of Hadoop, one for each bucket and way to reach it, kept as long as the process.
 * Hadoop keeps one for each bucket, whatever the settings: two jobs that reach buckets of the same
 * name in different stores would meet in one of the two. Thread-safe.
 */
@Internal
public final class SharedFileSystems {
  /** As many as stores and credentials, whatever number of jobs; opening one costs a second. */
  private static final ConcurrentMap<Key, FileSystem> OPEN = new ConcurrentHashMap<>();

  private SharedFileSystems() {}

  private record Key(String scheme, String bucket, Map<String, String> settings) {}

  /**
   * The file system of an address, to be used inside a {@link StorageScope}.
   *
   * @param settings how storage is reached, by Hadoop's names; Hadoop's own defaults are not read
   * @throws IOException where it cannot be reached; then the next call tries again
   */
  public static FileSystem of(URI address, Map<String, String> settings) throws IOException {
    Key key = new Key(address.getScheme(), address.getAuthority(), Map.copyOf(settings));
    try {
      return OPEN.computeIfAbsent(key, unknown -> open(address, key.settings()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Opens one that holds nothing of the job that asks first: threads that begin here live as long
   * as the file system, and would hold what called this as well.
   */
  @SuppressWarnings("removal") // no other way to begin a thread without what called
  private static FileSystem open(URI address, Map<String, String> settings) {
    try (StorageScope scope = StorageScope.open()) {
      return AccessController.doPrivileged(
          (PrivilegedAction<FileSystem>) () -> instance(address, settings));
    }
  }

  private static FileSystem instance(URI address, Map<String, String> settings) {
    Configuration configuration = new Configuration(false);
    settings.forEach(configuration::set);
    try {
      return FileSystem.newInstance(address, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
