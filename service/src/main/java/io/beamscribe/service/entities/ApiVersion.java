// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.entities;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The versions of the API, oldest first: some are part of the path, newer ones of the query. */
public enum ApiVersion {
  V3_0("v3.0"),
  V3_1("v3.1"),
  V3_2("v3.2"),
  D2024_11_15("2024-11-15"),
  D2025_10_15("2025-10-15");

  private final String label;

  ApiVersion(String label) {
    this.label = label;
  }

  /** As in addresses. */
  public String label() {
    return label;
  }

  /** Whether requests name it in the query. */
  public boolean dated() {
    return compareTo(D2024_11_15) >= 0;
  }

  public boolean atLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  /**
   * The version that a query names; empty if unknown. Previews mean the version that they became.
   *
   * @param label such as {@code 2024-11-15}; clients that leave it out mean that one
   */
  public static Optional<ApiVersion> ofQuery(String label) {
    String plain = label.toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.startsWith("2024-") && plain.endsWith("-preview")) {
      return Optional.of(D2024_11_15);
    }
    if (plain.startsWith("2025-") && plain.endsWith("-preview")) {
      return Optional.of(D2025_10_15);
    }
    return Arrays.stream(values())
        .filter(version -> version.dated() && version.label.equals(plain))
        .findFirst();
  }

  /** The version with a label, as stored. */
  public static ApiVersion of(String label) {
    return Arrays.stream(values())
        .filter(version -> version.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(label));
  }
}
