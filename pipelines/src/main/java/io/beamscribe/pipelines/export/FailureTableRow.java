// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.rows.RecordSchema;
import java.util.Objects;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** A row of the table of failures, from the report of the last run. */
@Internal
@DefaultSchema(RecordSchema.class)
public record FailureTableRow(String result, String source, String errorKind, String errorMessage) {

  static FailureTableRow of(FileReport failed) {
    String kind = Objects.requireNonNull(failed.errorKind()).label();
    return new FailureTableRow(
        failed.source(),
        failed.sourceUrl(),
        kind,
        Objects.requireNonNullElse(failed.errorMessage(), kind));
  }
}
