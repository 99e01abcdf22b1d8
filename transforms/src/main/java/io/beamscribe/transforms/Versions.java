package io.beamscribe.transforms;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.io.IOException;

/** Whether what is stored is still what was listed. */
final class Versions {
  private Versions() {}

  /**
   * Asks the storage: one request.
   *
   * @return false where the file is gone, or has another size or version
   * @throws IOException where storage cannot say
   */
  static boolean isCurrent(AudioFile file) throws IOException {
    try {
      AudioListing.Found now =
          new InputPattern(file.address(), file.address(), InputPattern.Kind.FILE)
              .find("")
              .files()
              .get(0);
      return now.size() == file.size() && now.version().equals(file.version());
    } catch (SpeechException e) {
      if (e.kind() == ErrorKind.INVALID_URI) {
        return false;
      }
      throw new IOException(e.getMessage(), e);
    }
  }
}
