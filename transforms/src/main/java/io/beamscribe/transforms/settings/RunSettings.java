// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.formats.TranscriptFormat;
import java.io.Serializable;
import java.util.List;

/**
 * What a run writes, and where. Nothing of it changes what a result says. Immutable.
 *
 * @param id identity of this run, by which it knows its own work again when it is restarted
 * @param formats to write
 * @param overwrite whether finished files are transcribed again
 * @param threads that a worker of an unbounded job has for long work at least; it takes more where
 *     its runner has more
 */
public record RunSettings(
    String id, OutputLayout output, List<TranscriptFormat> formats, boolean overwrite, int threads)
    implements Serializable {
  public RunSettings {
    formats = List.copyOf(formats);
  }

  /** Those of a job whose runner says how many threads there are. */
  public RunSettings(
      String id, OutputLayout output, List<TranscriptFormat> formats, boolean overwrite) {
    this(id, output, formats, overwrite, 1);
  }
}
