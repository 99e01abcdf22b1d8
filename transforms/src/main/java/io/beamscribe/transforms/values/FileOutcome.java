// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.output.MarkerIndex;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * How a file ended.
 *
 * @param row of the report
 * @param indexEntry by which {@link MarkerIndex} knows its marker in a listing; null where there is
 *     none, or it need not be kept
 */
@Internal
public record FileOutcome(FileReport row, @Nullable String indexEntry) {
  /** The end of a file without a marker. */
  public static FileOutcome of(FileReport row) {
    return new FileOutcome(row, null);
  }
}
