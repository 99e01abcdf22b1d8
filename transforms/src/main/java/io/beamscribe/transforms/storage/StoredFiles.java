// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.fetch.RemoteFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Object storage, or a folder that machines share, as a source and target of models. */
public final class StoredFiles implements RemoteFiles {
  private final ObjectStorage storage;
  private final AtomicFiles files;

  public StoredFiles(StorageSettings settings) {
    this.storage = new ObjectStorage(settings);
    this.files = new AtomicFiles(settings);
  }

  @Override
  public boolean accepts(String address) {
    return storage.has(address);
  }

  @Override
  public Optional<InputStream> open(String address) throws IOException {
    try {
      if (Addresses.isLocal(address)) {
        return Optional.of(Files.newInputStream(Path.of(Addresses.localPath(address))));
      }
      return Optional.of(Channels.newInputStream(storage.open(address, storage.size(address))));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String address, Path file) throws IOException {
    if (Addresses.isLocal(address)) {
      files.write(address, out -> Files.copy(file, out));
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      storage.write(address, in);
    }
  }
}
