// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.voices.DamagedVoiceException;
import io.beamscribe.transforms.voices.VoiceCatalogue;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The diarization settings, validated as far as that needs no model.
 *
 * @param wanted whether to diarize
 * @param voices folder of known voices
 * @param keepEmbeddings whether embeddings are kept beside the results
 */
@Internal
public record SpeakerPlan(
    boolean wanted, SpeakerOptions number, Optional<String> voices, boolean keepEmbeddings) {
  /** Voices are sent with the job: a thousand take a megabyte. */
  private static final int MOST_VOICES = 1000;

  public SpeakerPlan {
    if (!wanted && !number.equals(SpeakerOptions.ANY)) {
      throw new SettingsException(
          "--minSpeakers and --maxSpeakers bound the number of speakers; add --diarization.");
    }
    if (!wanted && voices.isPresent()) {
      throw new SettingsException("--voices identifies speakers; add --diarization.");
    }
    if (!wanted && keepEmbeddings) {
      throw new SettingsException("--keepEmbeddings saves speaker embeddings; add --diarization.");
    }
  }

  /** The bounds on the number of speakers; rejects a minimum above the maximum. */
  public static SpeakerOptions number(int least, int most) {
    if (least > most) {
      throw new SettingsException(
          String.format(
              Locale.ROOT, "--minSpeakers=%d is more than --maxSpeakers=%d.", least, most));
    }
    return new SpeakerOptions(least, most);
  }

  /**
   * The known voices of a folder.
   *
   * @param model digest of the embedding model; null while unknown
   */
  public static KnownVoices known(String folder, StorageSettings storage, @Nullable String model) {
    KnownVoices known;
    try {
      known = new VoiceCatalogue(folder, storage).read();
    } catch (DamagedVoiceException e) {
      throw new SettingsException(e.getMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException("The voices in " + folder + " cannot be read.", e);
    }
    int count = known.voices().size();
    if (count == 0 || count > MOST_VOICES) {
      throw new SettingsException(
          count == 0
              ? "There are no voices in " + folder + "; see 'voices enroll'."
              : String.format(
                  Locale.ROOT,
                  "%s has %d voices; at most %d are supported.",
                  folder,
                  count,
                  MOST_VOICES));
    }
    Optional<KnownVoice> other = model == null ? Optional.empty() : known.ofOtherModel(model);
    if (other.isPresent()) {
      throw new SettingsException(
          "The voice '%s' was enrolled with another model; enroll it again."
              .formatted(other.get().name()));
    }
    return known;
  }
}
