// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.calls.CallAnalysis;
import io.beamscribe.speech.calls.CallSummary;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.settings.WorkerModels;
import io.beamscribe.transforms.values.AudioFile;

/** Puts figures about calls into rows, where the run writes pages of calls. Immutable. */
public final class CallFigures {
  private final boolean wanted;
  private final CallOptions options;
  private final OutputLayout output;

  public CallFigures(TranscriptionSettings settings) {
    this.wanted = settings.run().aboutCalls();
    this.options = WorkerModels.form(settings).calls();
    this.output = settings.output();
  }

  /** Whether the run writes them. */
  public boolean wanted() {
    return wanted;
  }

  /** The row of a file with the figures of its result, if they are wanted. */
  public FileReport added(FileReport row, AudioFile file, Transcript transcript) {
    if (!wanted) {
      return row;
    }
    String page = output.transcript(file.path(), TranscriptFormat.CALL.extension());
    return row.withCall(
        CallSummary.of(
            CallAnalysis.of(transcript, options), page.substring(output.root().length() + 1)));
  }
}
