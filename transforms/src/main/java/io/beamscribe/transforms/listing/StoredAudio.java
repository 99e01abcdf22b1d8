// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
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
  /**
   * The file at an address as it is now: one request.
   *
   * @throws SpeechException if it is gone or may not be looked up
   */
  public static StoredAudio of(String address, StorageSettings storage) throws SpeechException {
    try {
      AudioFile file = VersionCheck.described(AudioFile.of(address), storage);
      return new StoredAudio(file, storage);
    } catch (IllegalArgumentException e) {
      throw new SpeechException(ErrorKind.INVALID_URI, "This is not the name of a file.", e);
    }
  }

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
