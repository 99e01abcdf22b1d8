package io.beamscribe.transforms;

import io.beamscribe.speech.report.FileReport;

/**
 * How a file ended.
 *
 * @param row of the report
 * @param mark what tells its marker in a listing, for {@link MarkerIndex}; null where there is
 *     none, or it need not be kept
 */
public record FileEnd(FileReport row, String mark) {
  /** The end of a file without a marker. */
  public static FileEnd of(FileReport row) {
    return new FileEnd(row, null);
  }
}
