// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import org.jspecify.annotations.Nullable;

/** What a pattern found on its way, by name; grows at one end. */
record Captures(String name, Hit hit, @Nullable Captures before) {
  /** The latest of a name. */
  static @Nullable Hit get(@Nullable Captures all, String name) {
    for (Captures each = all; each != null; each = each.before()) {
      if (each.name().equals(name)) {
        return each.hit();
      }
    }
    return null;
  }
}
