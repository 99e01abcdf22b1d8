// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do; each includes those before it. */
public enum Role {
  READ,
  WRITE,
  ADMIN;

  public static Optional<Role> of(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equalsIgnoreCase(label)).findFirst();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
