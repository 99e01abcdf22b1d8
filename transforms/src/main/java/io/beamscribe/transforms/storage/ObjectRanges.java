// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.Closeable;
import java.io.IOException;

/**
 * Reads parts of one object. A request that fails is repeated. To be used inside a scope of
 * storage. Not thread-safe.
 */
interface ObjectRanges extends Closeable {
  /**
   * The bytes from a position on: one request.
   *
   * @param length at least one; all of them must exist
   */
  byte[] read(long position, int length) throws IOException;
}
