// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import org.apache.beam.sdk.annotations.Internal;

/** Exit codes of the process. */
@Internal
public final class ExitCode {
  /** Every file was transcribed, now or before. */
  public static final int DONE = 0;

  /** The job itself failed. */
  public static final int JOB_FAILED = 1;

  /** Wrong usage; nothing was started. */
  public static final int USAGE = 2;

  /** Some files failed; each is in the report. */
  public static final int FILES_FAILED = 3;

  private ExitCode() {}
}
