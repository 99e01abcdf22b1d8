// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcription.RedactionSettings;
import io.beamscribe.transforms.settings.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code --redact} asks for, with the model of names ready. */
final class RedactFlag {
  private RedactFlag() {}

  /**
   * Settings of the kinds that are given.
   *
   * @param kinds null if none are
   * @return null if none are
   */
  static @Nullable RedactionSettings settings(
      @Nullable List<String> kinds, ModelStoreOptions options, Console console)
      throws UsageException, JobException {
    if (kinds == null) {
      return null;
    }
    StoredInputs.reach(options, options.getCatalog(), options.getModelStore());
    try (DownloadLine line = new DownloadLine(console)) {
      return Redaction.of(PersonalData.of(kinds), ModelSources.of(options, line));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
  }
}
