// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.SettingsException;
import io.beamscribe.transforms.settings.TranscriptionSettings;

/** How speech is recognised that comes. */
final class ListenSettings {
  private ListenSettings() {}

  /** Finds the models, and downloads those that are not here. */
  static TranscriptionSettings of(ListenOptions options, TextOptions text, ModelListener listener)
      throws UsageException, JobException {
    SettingsBuilder builder =
        SettingsBuilder.output("unused")
            .storage(options)
            .text(text)
            .diarization(options.isDiarization())
            .listener(listener);
    if (options.getLocale() != null) {
      builder.locale(options.getLocale());
    }
    if (options.getModel() != null) {
      builder.model(options.getModel());
    }
    if (options.getCatalog() != null) {
      builder.catalog(options.getCatalog());
    }
    if (options.getModelStore() != null) {
      builder.sharedModels(options.getModelStore());
    }
    try {
      return builder.build();
    } catch (SettingsException e) {
      throw UsageException.of(e);
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
  }
}
