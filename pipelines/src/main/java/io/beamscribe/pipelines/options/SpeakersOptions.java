// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.transforms.settings.SettingsException;
import io.beamscribe.transforms.settings.SpeakerPlan;
import io.beamscribe.transforms.storage.StorageSettings;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Options of every command that diarizes. */
public interface SpeakersOptions extends PipelineOptions {
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

  /** Reads the known voices; null if none are asked for. */
  static @Nullable KnownVoices known(SpeakersOptions options) throws UsageException {
    try {
      return options.getVoices() == null
          ? null
          : SpeakerPlan.known(options.getVoices(), StorageSettings.of(options), null);
    } catch (SettingsException e) {
      throw UsageException.of(e);
    }
  }

  /** The bounds on the number of speakers; rejects a minimum above the maximum. */
  static SpeakerOptions speakers(SpeakersOptions options) throws UsageException {
    try {
      return SpeakerPlan.number(options.getMinSpeakers(), options.getMaxSpeakers());
    } catch (SettingsException e) {
      throw UsageException.of(e);
    }
  }
}
