// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.calls.CallAnalysis;
import io.beamscribe.speech.calls.CallSummary;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.values.AudioFile;

/** Puts figures about calls into rows, where the run writes pages of calls. Immutable. */
public final class CallFigures {
  private final RunSettings run;
  private final OutputLayout output;

  public CallFigures(RunSettings run, OutputLayout output) {
    this.run = run;
    this.output = output;
  }

  /** Whether the run writes them. */
  public boolean wanted() {
    return run.aboutCalls();
  }

  /** The row of a file with the figures of its result, if they are wanted. */
  public FileReport added(FileReport row, AudioFile file, Transcript transcript) {
    if (!wanted()) {
      return row;
    }
    String page = output.transcript(file.path(), TranscriptFormat.CALL.extension());
    return row.withCall(
        CallSummary.of(
            CallAnalysis.of(transcript, run.form().calls()),
            page.substring(output.root().length() + 1)));
  }
}
