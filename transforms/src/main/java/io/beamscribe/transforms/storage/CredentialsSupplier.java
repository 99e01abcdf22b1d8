// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.IOException;
import java.io.Serializable;

/**
 * Supplies a job with credentials of its own. It is serialized with the job and sent to its
 * workers, together with what it captures: on a cluster it should capture no secret but read it on
 * the worker, for example from a mounted file. Thread-safe.
 */
@FunctionalInterface
public interface CredentialsSupplier extends Serializable {
  /**
   * The current credentials. Called before each use of the store, so cache them until they expire;
   * after a change, new requests use the new ones.
   *
   * @throws IOException if there are none; the request fails as if the store had failed
   */
  StorageCredentials get() throws IOException;
}
