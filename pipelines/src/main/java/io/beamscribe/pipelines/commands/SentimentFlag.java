// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.pipelines.options.CallsOptions.Analytics;
import io.beamscribe.pipelines.rewrite.RenderOptions;
import io.beamscribe.pipelines.rewrite.RenderOptions.SentimentBy;
import io.beamscribe.pipelines.rewrite.Rewriting;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.transforms.models.ModelSource;

/** What {@code --sentiment} asks for, with the model of sentences ready. */
final class SentimentFlag {
  private SentimentFlag() {}

  static void apply(RenderOptions options, Rewriting rewriting, Console console)
      throws UsageException, JobException {
    if (options.getSentiment() == SentimentBy.VADER) {
      return;
    }
    if (options.getAnalytics() == Analytics.NONE) {
      throw new UsageException("--sentiment is about calls; add --analytics=call.");
    }
    StoredInputs.reach(options, options.getCatalog(), options.getModelStore());
    try (DownloadLine line = new DownloadLine(console)) {
      ModelSource source = ModelSources.of(options, line);
      rewriting.useSentences(
          source.helper(source.catalogue(), ModelRole.SENTENCES).folder().toString());
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
  }
}
