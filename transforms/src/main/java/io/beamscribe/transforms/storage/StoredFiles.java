// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.speech.models.fetch.RemoteFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Object storage as a source and target of models. */
public final class StoredFiles implements RemoteFiles {
  private final ObjectStorage storage;

  public StoredFiles(StorageSettings settings) {
    this.storage = new ObjectStorage(settings);
  }

  @Override
  public boolean accepts(String address) {
    return storage.has(address);
  }

  @Override
  public Optional<InputStream> open(String address) throws IOException {
    try {
      return Optional.of(Channels.newInputStream(storage.open(address, storage.size(address))));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String address, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      storage.write(address, in);
    }
  }
}
