// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import java.io.IOException;
import org.apache.beam.sdk.values.Row;

/** Takes the rows of one file, one after another. */
interface RowFile extends AutoCloseable {
  void add(Row row) throws IOException;

  @Override
  void close() throws IOException;
}
