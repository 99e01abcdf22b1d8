// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.formats.TranscriptFormat;
import java.io.Serializable;
import java.util.List;

/**
 * What a run writes, and where. None of it affects the content of results. Immutable.
 *
 * @param id unique id of this run, by which it recognises its own work after a restart; empty
 *     before it begins
 * @param output where to write
 * @param formats to write
 * @param overwrite whether finished files are transcribed again
 * @param threads minimum number of background threads per worker in an unbounded job; more if the
 *     runner has more
 */
public record RunSettings(
    String id, OutputLayout output, List<TranscriptFormat> formats, boolean overwrite, int threads)
    implements Serializable {
  public RunSettings {
    formats = List.copyOf(formats);
  }

  /** Settings of a run that has not begun. */
  RunSettings(OutputLayout output, List<TranscriptFormat> formats, boolean overwrite, int threads) {
    this("", output, formats, overwrite, threads);
  }

  /** Settings of a job whose runner decides the number of threads. */
  public RunSettings(
      String id, OutputLayout output, List<TranscriptFormat> formats, boolean overwrite) {
    this(id, output, formats, overwrite, 1);
  }
}
