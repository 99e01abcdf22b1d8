// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Files in storage with addresses of its own. Thread-safe. */
public interface RemoteFiles {
  /** Where there is no such storage. */
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

  /** Whether the address is one of this storage's. */
  boolean accepts(String address);

  /** A file to read; empty where there is none. */
  Optional<InputStream> open(String address) throws IOException;

  /** Puts a copy of a local file there, which becomes visible completely or not at all. */
  void write(String address, Path file) throws IOException;
}
