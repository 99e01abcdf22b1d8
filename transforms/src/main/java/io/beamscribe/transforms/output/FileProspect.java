// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.report.FileReport;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do with a file, as far as its marker tells.
 *
 * @param row of the run that last transcribed audio of this size under this name; null if not kept
 * @param alike whether that run had the same model and options
 * @param sha256 of that audio; null if there is none
 */
@Internal
public record FileProspect(
    Reason reason, @Nullable FileReport row, boolean alike, @Nullable String sha256) {
  /** A file that has no marker. */
  static final FileProspect NEW = new FileProspect(Reason.NEW, null, false, null);

  /** Why a run would transcribe a file, or not. */
  public enum Reason {
    /** It was not transcribed before. */
    NEW(true),
    /** It was, by this very run before it was restarted. */
    OWN(true),
    /** It is to be transcribed again. */
    OVERWRITE(true),
    /** It was transcribed by another model or with other options. */
    SETTINGS(true),
    /** The audio is another now. */
    CHANGED(true),
    /** Its results are gone. */
    RESULTS(true),
    /** It may be another now; its bytes are read and compared. */
    COMPARE(true),
    /** It is finished, but for formats that are made from its JSON. */
    FORMATS(false),
    /** It is finished. */
    FINISHED(false);

    private final boolean work;

    Reason(boolean work) {
      this.work = work;
    }

    /** Whether there is something to do that takes the audio. */
    public boolean isWork() {
      return work;
    }
  }
}
