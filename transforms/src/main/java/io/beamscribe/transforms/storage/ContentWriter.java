// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.IOException;
import java.io.OutputStream;

/** Writes content as it is produced. */
@FunctionalInterface
public interface ContentWriter {
  void writeTo(OutputStream out) throws IOException;
}
