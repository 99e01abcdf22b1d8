// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.voices;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.VoiceEnroller;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.List;

/** Enrolls voices from files wherever they are stored. Not thread-safe. */
public final class VoiceEnrollment implements AutoCloseable {
  private final VoiceEnroller enroller;
  private final StorageSettings storage;

  /**
   * @param detectorFolder local folder of the speech detector's model
   * @param models by which voices are embedded
   * @param storage how audio that is not local is reached
   */
  public VoiceEnrollment(
      String detectorFolder, DiarizationSettings models, StorageSettings storage) {
    this.enroller = new VoiceEnroller(detectorFolder, models);
    this.storage = storage;
  }

  /**
   * The voice of a person.
   *
   * @param inputs as for a transcription
   * @throws SpeechException where one cannot be read, several people speak, too little is said, or
   *     the files are not of one person
   */
  public KnownVoice hear(String name, List<String> inputs) throws SpeechException {
    AudioListing listing = AudioListing.of(inputs, "", storage);
    if (!listing.failed().isEmpty()) {
      throw new SpeechException(
          ErrorKind.INVALID_URI,
          listing.failed().get(0).source() + ": " + listing.failed().get(0).errorMessage());
    }
    return enroller.enroll(
        name, listing.files().stream().map(file -> new StoredAudio(file, storage)).toList());
  }

  @Override
  public void close() {
    enroller.close();
  }
}
