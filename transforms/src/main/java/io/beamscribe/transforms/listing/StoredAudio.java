// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.WebChannel;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;

/**
 * A listed file as an {@link AudioSource}.
 *
 * @param storage how to reach it if it is not local
 */
public record StoredAudio(AudioFile file, StorageSettings storage) implements AudioSource {
  @Override
  public String name() {
    return file.source();
  }

  @Override
  public String identity() {
    return file.address() + "\n" + file.size() + "\n" + file.version();
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public ReadableByteChannel open() throws IOException {
    if (localPath().isPresent()) {
      return Files.newByteChannel(localPath().get());
    }
    if (Addresses.isWeb(file.address())) {
      return new WebChannel(file.address(), file.size());
    }
    ObjectStorage stored = new ObjectStorage(storage);
    return stored.has(file.address())
        ? stored.open(file.address(), file.size())
        : FileSystems.open(FileSystems.matchNewResource(file.address(), false));
  }

  @Override
  public Optional<Path> localPath() {
    return Addresses.isLocal(file.address())
        ? Optional.of(LocalAddress.path(file.address()))
        : Optional.empty();
  }
}
