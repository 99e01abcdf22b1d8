// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

import java.util.List;

/**
 * A category that a call has, and what was said that gave it; nothing if what was not said did.
 * Immutable.
 */
public record Category(String name, List<Mention> mentions) {
  public Category {
    mentions = List.copyOf(mentions);
  }
}
