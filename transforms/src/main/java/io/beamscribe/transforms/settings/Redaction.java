// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcription.RedactionSettings;
import io.beamscribe.transforms.models.ModelSource;
import java.util.Set;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/** Settings of redaction, with the model that it takes. */
@Internal
public final class Redaction {
  private Redaction() {}

  /**
   * The settings for some kinds; downloads the model if one of them needs it.
   *
   * @return null if there are none
   */
  static @Nullable RedactionSettings of(
      Set<PersonalData> kinds, AudioMask audio, ModelSource source) throws ModelException {
    RedactionSettings settings = of(kinds, source);
    if (settings == null && audio != AudioMask.NONE) {
      throw new SettingsException("--redactAudio masks what --redact finds; add --redact.");
    }
    return settings == null ? null : settings.withAudio(audio);
  }

  /** The same without a copy of the audio. */
  public static @Nullable RedactionSettings of(Set<PersonalData> kinds, ModelSource source)
      throws ModelException {
    if (kinds.isEmpty()) {
      return null;
    }
    if (kinds.stream().noneMatch(PersonalData::needsModel)) {
      return RedactionSettings.of(kinds, null);
    }
    return RedactionSettings.of(kinds, source.sharedHelper(ModelRole.NAMES));
  }
}
