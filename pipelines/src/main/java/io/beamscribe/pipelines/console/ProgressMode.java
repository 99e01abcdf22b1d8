// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

/** Whether progress is shown: {@code --progress}. */
public enum ProgressMode {
  /** As suits where stderr goes. */
  AUTO,
  /** Not at all. */
  NONE
}
