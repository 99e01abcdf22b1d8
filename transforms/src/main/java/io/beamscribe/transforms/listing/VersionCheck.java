// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.util.Optional;

/** Checks whether a stored file is still the version that was listed. */
public final class VersionCheck {
  private VersionCheck() {}

  /**
   * Whether the file is unchanged; one request. One that may not be looked up counts as such.
   *
   * @return false if the file is gone, or has another size or version
   * @throws IOException where storage cannot say
   */
  public static boolean isCurrent(AudioFile file, StorageSettings storage) throws IOException {
    try {
      return now(file, storage)
          .filter(now -> now.size() == file.size() && now.version().equals(file.version()))
          .isPresent();
    } catch (SpeechException e) {
      return true;
    }
  }

  /**
   * The file as it is now: one request.
   *
   * @return empty if it is gone
   * @throws SpeechException if it may not be looked up, or cannot be by its name
   * @throws IOException where storage cannot say
   */
  public static Optional<AudioFile> now(AudioFile file, StorageSettings storage)
      throws SpeechException, IOException {
    try {
      return Optional.of(described(file, storage));
    } catch (SpeechException e) {
      if (isGone(e)) {
        return Optional.empty();
      }
      if (e.kind() == ErrorKind.TRANSIENT || e.kind() == ErrorKind.TIMEOUT) {
        throw new IOException(e.getMessage(), e);
      }
      throw e;
    }
  }

  /** Whether there is nothing of the name, or no more than a prefix of others. */
  private static boolean isGone(SpeechException e) {
    return e.kind() == ErrorKind.INVALID_URI
        && (e.getCause() == null || e.getCause() instanceof IOException);
  }

  /** The file as it is now: one request. */
  static AudioFile described(AudioFile file, StorageSettings storage) throws SpeechException {
    Found now =
        OneInput.find(
                new InputPattern(file.address(), file.address(), InputPattern.Kind.FILE),
                "",
                storage)
            .files()
            .get(0);
    return file.described(now.size(), now.version());
  }
}
