// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Transcript;
import java.time.ZoneOffset;

/**
 * What the rows of all tables have of their file.
 *
 * @param result path of the result below the input, without {@code .json}: one value, one file
 * @param date on which the transcript was made, in UTC, as in {@code 2026-11-30}
 * @param locale of the speech; {@code und} if unknown
 */
record TranscriptKey(String result, String date, String locale) {
  static TranscriptKey of(String result, Transcript transcript) {
    Provenance provenance = transcript.provenance();
    return new TranscriptKey(
        result,
        transcript.timestamp().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
        provenance == null ? "und" : provenance.locale());
  }
}
