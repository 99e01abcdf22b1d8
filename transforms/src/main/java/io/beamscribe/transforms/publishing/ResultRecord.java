// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.publishing;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A published record, as {@code result-record.schema.json} describes it. It is the same whenever a
 * file ends in the same way.
 *
 * @param id the same for all records of one version of a file that ended in one way
 * @param sourceUrl address without secrets; the key of the record
 * @param version of the file; empty if it could not be looked up
 * @param fingerprint of what the results depend on; null if it failed
 * @param results addresses of what was written, without secrets
 */
record ResultRecord(
    int schemaVersion,
    String id,
    String source,
    String sourceUrl,
    String version,
    String status,
    @Nullable String errorKind,
    @Nullable String errorMessage,
    @Nullable String fingerprint,
    @Nullable String locale,
    long durationMilliseconds,
    List<String> results) {
  private static final int VERSION = 1;

  static ResultRecord of(AudioFile file, FileReport row, String fingerprint, RunSettings run) {
    boolean done = row.status() == FileStatus.SUCCEEDED;
    String end = row.errorKind() == null ? fingerprint : row.errorKind().label();
    return new ResultRecord(
        VERSION,
        DigestUtils.sha256Hex(String.join("\n", file.source(), file.version(), end))
            .substring(0, 32),
        row.source(),
        file.source(),
        file.version(),
        row.status().label(),
        row.errorKind() == null ? null : row.errorKind().label(),
        row.errorMessage(),
        done ? fingerprint : null,
        row.locale(),
        row.durationMilliseconds(),
        done
            ? run.formats().stream()
                .map(format -> run.output().transcript(file.path(), format.extension()))
                .map(Addresses::withoutSecrets)
                .toList()
            : List.of());
  }
}
