package io.beamscribe.transforms.storage;

import io.beamscribe.speech.models.fetch.RemoteFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Object storage as models need it. */
public final class StoredFiles implements RemoteFiles {
  @Override
  public boolean accepts(String address) {
    return ObjectStorage.has(address);
  }

  @Override
  public Optional<InputStream> open(String address) throws IOException {
    try {
      return Optional.of(
          Channels.newInputStream(ObjectStorage.open(address, ObjectStorage.size(address))));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String address, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ObjectStorage.write(address, in);
    }
  }
}
