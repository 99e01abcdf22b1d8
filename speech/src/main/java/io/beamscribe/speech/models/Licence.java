// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

import java.util.Optional;

/**
 * The licence of a model.
 *
 * @param name SPDX identifier, or the publisher's own word where there is none
 * @param noncommercial whether commercial use is forbidden
 * @param agpl whether it is the GNU Affero licence, which also binds those who offer the model as a
 *     service
 */
public record Licence(String name, boolean noncommercial, boolean agpl) {
  /** The licence of a user's own model. */
  public static final Licence UNKNOWN = new Licence("unknown", false, false);

  /** Whether the model must be requested by name because of its terms. */
  public boolean restrictive() {
    return noncommercial || agpl;
  }

  /** What users should know before using the model, if anything. */
  public Optional<String> notice() {
    if (noncommercial) {
      return Optional.of("its licence (" + name + ") forbids commercial use");
    }
    return agpl
        ? Optional.of("its licence (" + name + ") also binds those who offer it as a service")
        : Optional.empty();
  }
}
