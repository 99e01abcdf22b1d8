// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.transcript.FormatOptions;
import java.io.Serializable;
import java.util.List;

/**
 * What a run takes and writes, and where. None of it affects the content of results. Immutable.
 *
 * @param id unique id of this run, by which it recognises its own work after a restart; empty
 *     before it begins
 * @param output where to write
 * @param formats to write
 * @param form options of these; whether words have times is not told here
 * @param overwrite whether finished files are transcribed again
 * @param threads minimum number of background threads per worker in an unbounded job; more if the
 *     runner has more
 * @param selection which of the files in the inputs are meant
 * @param bounds where a batch ends early
 * @param choices what is known of single inputs
 */
public record RunSettings(
    String id,
    OutputLayout output,
    List<TranscriptFormat> formats,
    FormatOptions form,
    boolean overwrite,
    int threads,
    FileSelection selection,
    RunBounds bounds,
    FileChoices choices)
    implements Serializable {
  public RunSettings {
    formats = List.copyOf(formats);
  }

  /** Settings of a run to whose files all settings apply alike. */
  public RunSettings(
      String id,
      OutputLayout output,
      List<TranscriptFormat> formats,
      FormatOptions form,
      boolean overwrite,
      int threads,
      FileSelection selection,
      RunBounds bounds) {
    this(id, output, formats, form, overwrite, threads, selection, bounds, FileChoices.NONE);
  }

  /** Settings of a run of all files. */
  public RunSettings(
      String id, OutputLayout output, List<TranscriptFormat> formats, boolean overwrite) {
    this(
        id,
        output,
        formats,
        FormatOptions.DEFAULT,
        overwrite,
        1,
        FileSelection.ALL,
        RunBounds.NONE);
  }

  /** Whether pages of calls are written, and figures about calls into the report. */
  public boolean aboutCalls() {
    return formats.contains(TranscriptFormat.CALL);
  }

  RunSettings withId(String other) {
    return new RunSettings(
        other, output, formats, form, overwrite, threads, selection, bounds, choices);
  }

  RunSettings withThreads(int other) {
    return new RunSettings(id, output, formats, form, overwrite, other, selection, bounds, choices);
  }

  RunSettings withBounds(RunBounds other) {
    return new RunSettings(
        id, output, formats, form, overwrite, threads, selection, other, choices);
  }

  RunSettings withChoices(FileChoices other) {
    return new RunSettings(id, output, formats, form, overwrite, threads, selection, bounds, other);
  }
}
