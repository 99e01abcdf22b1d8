// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.output.MarkerIndex;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a file.
 *
 * @param row its row in the report
 * @param indexEntry entry of its marker for {@link MarkerIndex}; null if it has no marker or the
 *     entry need not be kept
 */
@Internal
public record FileOutcome(FileReport row, @Nullable String indexEntry) {
  /** The outcome of a file without a marker. */
  public static FileOutcome of(FileReport row) {
    return new FileOutcome(row, null);
  }
}
