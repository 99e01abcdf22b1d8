// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

/** How a file ended; each file ends in exactly one of these. */
public enum FileStatus {
  SUCCEEDED("Succeeded"),
  SKIPPED("Skipped"),
  FAILED("Failed");

  private final String label;

  FileStatus(String label) {
    this.label = label;
  }

  /** The value of {@code status} in reports. */
  public String label() {
    return label;
  }
}
