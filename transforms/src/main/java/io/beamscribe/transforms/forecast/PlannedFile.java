// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

import io.beamscribe.transforms.output.FileProspect.Reason;
import java.util.OptionalDouble;

/**
 * A file that a run would transcribe.
 *
 * @param path as in the report
 * @param audioSeconds its length
 * @param measured whether the length is that of its header or of an earlier run, not a guess by its
 *     size
 * @param processingSeconds that threads spent on it in an earlier run with the same model and
 *     options; empty if there was none
 */
public record PlannedFile(
    String path,
    Reason reason,
    double audioSeconds,
    boolean measured,
    OptionalDouble processingSeconds) {

  /** Why it would be transcribed, in a few words. */
  public String why() {
    return switch (reason) {
      case NEW, OWN -> "new";
      case OVERWRITE -> "--overwrite";
      case SETTINGS -> "done with another model or other options";
      case CHANGED -> "the audio has changed";
      case RESULTS -> "its results are gone";
      case COMPARE -> "skipped if its bytes are the same as before";
      case FORMATS, FINISHED -> "";
    };
  }
}
