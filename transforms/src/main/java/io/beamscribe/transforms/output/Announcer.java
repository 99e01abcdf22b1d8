// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.values.AudioFile;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Is told of the end of a file, after its results are stored and before its marker or letter is: if
 * the job dies in between, the file ends once more and is announced again. Thread-safe.
 */
@Internal
@FunctionalInterface
public interface Announcer {
  /** Tells nobody. */
  Announcer NONE = (file, row, fingerprint) -> {};

  /**
   * Returns once others can know of it, however long that takes.
   *
   * @param row how it ended
   * @param fingerprint of its results; empty if it has none
   */
  void announce(AudioFile file, FileReport row, String fingerprint);
}
