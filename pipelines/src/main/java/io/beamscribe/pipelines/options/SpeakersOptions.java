// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.voices.VoiceCatalogue;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Options of every command that diarizes. */
public interface SpeakersOptions extends PipelineOptions {
  /** Voices are sent with the job: a thousand take a megabyte. */
  int MOST_VOICES = 1000;

  @Flag(group = "Speakers", order = 31, label = "N", min = 1, max = SpeakerOptions.MOST)
  @Description(
      "Minimum number of speakers in a file, 1 to 36; the exact number if --maxSpeakers"
          + " is the same.")
  @Default.Integer(1)
  int getMinSpeakers();

  void setMinSpeakers(int value);

  @Flag(group = "Speakers", order = 32, label = "N", min = 1, max = SpeakerOptions.MOST)
  @Description("Maximum number of speakers in a file, 1 to 36.")
  @Default.Integer(SpeakerOptions.MOST)
  int getMaxSpeakers();

  void setMaxSpeakers(int value);

  /** Null if speakers are not to be identified. */
  @Flag(group = "Speakers", order = 34, label = "FOLDER", defaultText = "none")
  @Description("Folder of known voices by which speakers are identified; see 'voices enroll'.")
  String getVoices();

  void setVoices(String value);

  /**
   * Reads the known voices; null if none are asked for.
   *
   * @param model digest of the embedding model; null while unknown
   */
  static @Nullable KnownVoices known(SpeakersOptions options, @Nullable String model)
      throws UsageException {
    String folder = options.getVoices();
    if (folder == null) {
      return null;
    }
    KnownVoices known;
    try {
      known = new VoiceCatalogue(folder, StorageSettings.of(options)).read();
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("The voices in " + folder + " cannot be read.", e);
    }
    int count = known.voices().size();
    if (count == 0 || count > MOST_VOICES) {
      throw new UsageException(
          count == 0
              ? "There are no voices in " + folder + "; see 'voices enroll'."
              : "%s has %d voices; at most %d are supported."
                  .formatted(folder, count, MOST_VOICES));
    }
    Optional<KnownVoice> other = model == null ? Optional.empty() : known.ofOtherModel(model);
    if (other.isPresent()) {
      throw new UsageException(
          "The voice '%s' was enrolled with another model; enroll it again."
              .formatted(other.get().name()));
    }
    return known;
  }

  /** The bounds on the number of speakers; rejects a minimum above the maximum. */
  static SpeakerOptions speakers(SpeakersOptions options) throws UsageException {
    int least = options.getMinSpeakers();
    int most = options.getMaxSpeakers();
    if (least > most) {
      throw new UsageException(
          "--minSpeakers=%d is more than --maxSpeakers=%d.".formatted(least, most));
    }
    return new SpeakerOptions(least, most);
  }
}
