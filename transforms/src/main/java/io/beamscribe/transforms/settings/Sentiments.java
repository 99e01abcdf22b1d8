// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.calls.sentiment.SentimentBy;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.transforms.models.ModelSource;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;

/** Options of calls, with the model by which their sentiment is found. */
@Internal
public final class Sentiments {
  private Sentiments() {}

  /**
   * The options with what finds sentiment; downloads the model if that is one.
   *
   * @param formats that are written
   * @throws SettingsException if a model is wanted and no format is about calls
   */
  public static CallOptions of(
      CallOptions calls, SentimentBy by, List<TranscriptFormat> formats, ModelSource source)
      throws ModelException {
    if (by == SentimentBy.VADER) {
      return calls;
    }
    if (!formats.contains(TranscriptFormat.ANALYTICS) && !formats.contains(TranscriptFormat.CALL)) {
      throw new SettingsException("--sentiment is about calls; add --analytics=call.");
    }
    Model model = source.sharedHelper(ModelRole.SENTENCES);
    return calls.withSentences(model.folder().toString(), model.digest());
  }
}
