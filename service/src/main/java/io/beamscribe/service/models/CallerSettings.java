// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.models;

import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.SettingsBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Settings of what a caller waits for, with the models that the service was started with.
 * Thread-safe.
 */
public final class CallerSettings {
  private final JobOptions options;
  private final ModelChoices choices;

  public CallerSettings(JobOptions options, ModelChoices choices) {
    this.options = options;
    this.choices = choices;
  }

  /**
   * Builds settings, and fetches the models that they name.
   *
   * @param locales one that is spoken, or several to choose from; none for any
   * @param model id in the catalogue, or the folder of a custom model; empty for the service's
   * @param more what else the caller wants
   */
  public ResultSettings of(
      List<String> locales, Optional<String> model, Task task, UnaryOperator<SettingsBuilder> more)
      throws ModelException {
    ModelStoreOptions own = options.copy().as(ModelStoreOptions.class);
    String locale = locales.size() == 1 ? locales.get(0) : "auto";
    SettingsBuilder builder =
        SettingsBuilder.output("unused").storage(own).locale(locale).task(task);
    if (locales.size() > 1) {
      builder.candidateLocales(locales);
    }
    boolean transcribes = task == Task.TRANSCRIBE;
    if (transcribes) {
      model.or(() -> choices.of(locale)).ifPresent(builder::model);
    }
    if (own.getCatalog() != null) {
      builder.catalog(own.getCatalog());
    }
    if (own.getModelStore() != null) {
      builder.sharedModels(own.getModelStore());
    }
    ResultSettings built = more.apply(builder).build().results();
    if (transcribes && model.isEmpty()) {
      choices.remember(locale, built.recognition().modelId());
    }
    return built;
  }
}
