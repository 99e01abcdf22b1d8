// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.IOException;
import java.io.Serializable;

/**
 * Gives a job credentials of its own. Travels with the job to its workers, and with it whatever it
 * holds: on a cluster let it hold no secret but find it where it is asked, as in a file that the
 * worker has. Thread-safe.
 */
@FunctionalInterface
public interface CredentialsSupplier extends Serializable {
  /**
   * The credentials to use now. Asked before each use of the store, so keep them for as long as
   * they last; once there are others, what begins from then on uses those.
   *
   * @throws IOException where they cannot be had; what wanted them fails as if the store did
   */
  StorageCredentials get() throws IOException;
}
