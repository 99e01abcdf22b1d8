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
 * Hadoop file systems, one per bucket and settings, kept for the life of the process. Hadoop's own
 * cache has one per bucket whatever the settings: two jobs with buckets of the same name in
 * different stores would share one. Thread-safe.
 */
@Internal
public final class SharedFileSystems {
  /** Grows with stores and credentials, not with jobs; opening one takes a second. */
  private static final ConcurrentMap<Key, FileSystem> OPEN = new ConcurrentHashMap<>();

  private SharedFileSystems() {}

  private record Key(String scheme, String bucket, Map<String, String> settings) {}

  /**
   * The file system of an address, to be used inside a {@link StorageScope}.
   *
   * @param settings how to reach storage, by Hadoop's names; Hadoop's own defaults are not read
   * @throws IOException if it cannot be reached; the next call tries again
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
   * Opens a file system that keeps nothing of the calling job alive: threads started here live as
   * long as the file system and would otherwise inherit the caller's context.
   */
  @SuppressWarnings("removal") // no other way to start threads without the caller's context
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
