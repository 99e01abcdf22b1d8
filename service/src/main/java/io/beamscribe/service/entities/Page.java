// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.entities;

import java.util.List;

/**
 * A part of a list.
 *
 * @param more whether there is something after it
 */
public record Page<T>(List<T> values, boolean more) {
  public Page {
    values = List.copyOf(values);
  }
}
