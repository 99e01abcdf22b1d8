// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Kind;

/**
 * What is done for entities of a kind. May be done again for one that was begun before, after a
 * crash, and then has to come to the same. Thread-safe.
 */
public interface Work {
  Kind kind();

  /**
   * Does it.
   *
   * @return members to set in the properties
   * @throws WorkException if it failed for good
   * @throws InterruptedException if the service stops; it is done again at its next start
   */
  ObjectNode run(Entity entity) throws WorkException, InterruptedException;
}
