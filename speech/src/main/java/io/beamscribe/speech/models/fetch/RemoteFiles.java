// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Files in remote storage with its own kind of addresses. Thread-safe. */
public interface RemoteFiles {
  /** No remote storage. */
  RemoteFiles NONE =
      new RemoteFiles() {
        @Override
        public boolean accepts(String address) {
          return false;
        }

        @Override
        public Optional<InputStream> open(String address) {
          return Optional.empty();
        }

        @Override
        public void write(String address, Path file) throws IOException {
          throw new IOException("no storage is known for " + address);
        }
      };

  /** Whether the address belongs to this storage. */
  boolean accepts(String address);

  /** Opens a file; empty if there is none. */
  Optional<InputStream> open(String address) throws IOException;

  /** Uploads a local file, which becomes visible completely or not at all. */
  void write(String address, Path file) throws IOException;
}
