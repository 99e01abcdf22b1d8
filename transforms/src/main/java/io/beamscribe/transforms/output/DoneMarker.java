// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.transcription.ResultSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * Marker of a finished file: a transcript counts only with its marker, which is written last.
 *
 * @param fingerprint of audio, model and options
 * @param settings digest of model and options alone
 * @param source address without secrets
 * @param size of the audio in bytes
 * @param version of the stored audio
 * @param sha256 of the stored audio
 * @param formats that were written, by extension
 * @param run id of the run that wrote it
 * @param text digest of how the text is written; null for text as recognised
 * @param block index of the block that completed the file; null if it was not completed by blocks
 * @param row of that run's report, as JSON; null if an earlier run did the work
 */
@Internal
public record DoneMarker(
    String fingerprint,
    String settings,
    String source,
    long size,
    String version,
    String sha256,
    List<String> formats,
    String run,
    @Nullable String text,
    @Nullable Integer block,
    @Nullable String row) {
  public DoneMarker {
    formats = List.copyOf(formats);
  }

  /** What {@link ResultSettings#filesDigest} was when it was written. */
  String filesDigest() {
    return ResultSettings.filesDigest(settings, text);
  }

  byte[] toJson() {
    return Json.write(this);
  }

  /** Reads a marker; empty if it cannot be parsed. */
  static Optional<DoneMarker> read(byte[] content) {
    try {
      return Optional.of(Json.read(content, DoneMarker.class));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // then the work is simply done again
    }
  }
}
