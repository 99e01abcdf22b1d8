package io.beamscribe.transforms.values;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.output.MarkerIndex;
import org.jspecify.annotations.Nullable;

/**
 * How a file ended.
 *
 * @param row of the report
 * @param mark what tells its marker in a listing, for {@link MarkerIndex}; null where there is
 *     none, or it need not be kept
 */
public record FileOutcome(FileReport row, @Nullable String mark) {
  /** The end of a file without a marker. */
  public static FileOutcome of(FileReport row) {
    return new FileOutcome(row, null);
  }
}
