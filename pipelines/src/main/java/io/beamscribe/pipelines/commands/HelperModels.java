// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.pipelines.rewrite.RewriteOptions;
import io.beamscribe.pipelines.rewrite.Rewriting;
import io.beamscribe.speech.calls.sentiment.SentimentBy;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcription.RedactionSettings;
import io.beamscribe.transforms.models.ModelSource;
import io.beamscribe.transforms.settings.Redaction;
import io.beamscribe.transforms.settings.SettingsException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What flags of text ask for that takes models which nobody names, with these ready. */
final class HelperModels {
  /** What uses the source of models. */
  private interface Use<T> {
    @Nullable T of(ModelSource source) throws ModelException;
  }

  private HelperModels() {}

  /**
   * What {@code --redact} asks for.
   *
   * @param kinds null if none are given
   * @return null if none are
   */
  static @Nullable RedactionSettings redaction(
      @Nullable List<String> kinds, ModelStoreOptions options, Console console)
      throws UsageException, JobException {
    if (kinds == null) {
      return null;
    }
    try {
      Set<PersonalData> parsed = PersonalData.of(kinds);
      return with(options, console, source -> Redaction.of(parsed, source));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Prepares what {@code --sentiment} asks for. */
  static void sentiment(RewriteOptions options, Rewriting rewriting, Console console)
      throws UsageException, JobException {
    if (options.getSentiment() != SentimentBy.VADER) {
      with(
          options,
          console,
          source -> {
            rewriting.useModels(source);
            return rewriting;
          });
    }
  }

  private static <T> @Nullable T with(ModelStoreOptions options, Console console, Use<T> use)
      throws UsageException, JobException {
    StoredInputs.reach(options, options.getCatalog(), options.getModelStore());
    try (DownloadLine line = new DownloadLine(console)) {
      return use.of(ModelSources.of(options, line));
    } catch (SettingsException e) {
      throw UsageException.of(e);
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
  }
}
