// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.storage.StorageSettings;
import java.nio.file.InvalidPathException;

/** Finds the files of one input, wherever it is. */
final class OneInput {
  private OneInput() {}

  /** Finds the files of an input, leaving out those under the output. */
  static Findings find(InputPattern input, String output, StorageSettings storage)
      throws SpeechException {
    if (Addresses.isWeb(input.text())) {
      return Findings.of(WebFile.find(input.text()));
    }
    if (!Addresses.isLocal(input.text())) {
      return new StoredListing(storage).find(input, output);
    }
    try {
      return LocalListing.find(
          input, Addresses.isLocal(output) ? InputPattern.absolute(output) : null);
    } catch (InvalidPathException e) {
      throw new SpeechException(ErrorKind.INVALID_URI, "This is not the name of a file.", e);
    }
  }
}
