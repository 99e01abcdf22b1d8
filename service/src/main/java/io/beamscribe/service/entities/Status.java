// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.entities;

import java.util.Arrays;
import java.util.Optional;

/** The life cycle of an entity. */
public enum Status {
  NOT_STARTED("NotStarted"),
  RUNNING("Running"),
  SUCCEEDED("Succeeded"),
  FAILED("Failed");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  /** As in documents. */
  public String label() {
    return label;
  }

  public boolean ended() {
    return this == SUCCEEDED || this == FAILED;
  }

  public static Optional<Status> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equalsIgnoreCase(label)).findFirst();
  }

  @Override
  public String toString() {
    return label;
  }
}
