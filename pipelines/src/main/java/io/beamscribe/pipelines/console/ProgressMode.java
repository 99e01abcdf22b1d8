// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

/** Whether progress is shown: {@code --progress}. */
public enum ProgressMode {
  /** An updating line on a terminal, otherwise a line every 30 s. */
  AUTO,
  /** No progress. */
  NONE
}
