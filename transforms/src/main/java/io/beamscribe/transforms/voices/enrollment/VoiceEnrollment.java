// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.voices.enrollment;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.enrollment.VoiceEnroller;
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
   * @param models of segmentation and embedding
   * @param storage how to reach audio that is not local
   */
  public VoiceEnrollment(
      String detectorFolder, DiarizationSettings models, StorageSettings storage) {
    this.enroller = new VoiceEnroller(detectorFolder, models);
    this.storage = storage;
  }

  /**
   * Enrolls a person.
   *
   * @param inputs as for a transcription
   * @throws SpeechException if a file cannot be read, has several speakers or too little speech, or
   *     the files are not of one person
   */
  public KnownVoice enroll(String name, List<String> inputs) throws SpeechException {
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
