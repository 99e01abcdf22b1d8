// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.List;

/**
 * What counts as finished. A file is finished if all of this holds; else it is transcribed:
 *
 * <ol>
 *   <li>It has a marker, which is written after its transcripts. With {@code --overwrite} only one
 *       of this very run counts, so that a run that is restarted does nothing twice.
 *   <li>The marker has the same digest of model and options.
 *   <li>The marker is of the same audio: size and version are what is listed, or, once the file is
 *       opened, the checksum is the same under another version.
 *   <li>All formats are there that are wanted, or can be made from its JSON.
 * </ol>
 *
 * <p>{@link FinishedFiles} applies the rule to markers that it reads, {@link MarkerIndex} the same
 * to markers that are only listed, through {@link #identity}. Immutable.
 */
final class FinishedRule {
  private final RunSettings run;
  private final String digest;

  FinishedRule(TranscriptionSettings settings) {
    this.run = settings.run();
    this.digest = settings.results().digest();
  }

  /** The digest of model and options. */
  String digest() {
    return digest;
  }

  /** The fingerprint of the result of such audio. */
  String fingerprint(String sha256) {
    return ResultSettings.fingerprint(sha256, digest);
  }

  /** Whether this run wrote it, before it was restarted. */
  boolean isOwn(DoneMarker marker) {
    return run.id().equals(marker.run());
  }

  /** Whether a marker counts at all. */
  boolean counts(DoneMarker marker) {
    return !run.overwrite() || isOwn(marker);
  }

  /** Whether it is of a file as it is listed. */
  boolean isOf(AudioFile file, DoneMarker marker) {
    return identity(marker.size(), marker.version(), marker.settings())
        .equals(identity(file.size(), file.version(), digest));
  }

  /** Whether it is of such audio, whatever its version. */
  boolean isOf(String sha256, DoneMarker marker) {
    return marker.fingerprint().equals(fingerprint(sha256));
  }

  /** The formats that are wanted and of which it knows nothing. */
  List<TranscriptFormat> missing(DoneMarker marker) {
    return run.formats().stream()
        .filter(format -> !marker.formats().contains(format.extension()))
        .toList();
  }

  /**
   * What must be unchanged for a file to need no opening.
   *
   * @param settings digest of model and options
   */
  static String identity(long size, String version, String settings) {
    return size + "\n" + version + "\n" + settings;
  }
}
