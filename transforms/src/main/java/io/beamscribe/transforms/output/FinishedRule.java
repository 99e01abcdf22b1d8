// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What counts as finished. A file is finished if all of this holds; otherwise it is transcribed:
 *
 * <ol>
 *   <li>It has a marker, which is written after its transcripts. With {@code --overwrite} only one
 *       of this very run counts, so that a run that is restarted does nothing twice.
 *   <li>The marker has the same digest of model and options.
 *   <li>The marker is for the same audio: size and version match the listing, or else size and
 *       SHA-256 of the bytes. So a file that was copied or touched, or whose version is written in
 *       another form by now, is read once more, but not transcribed.
 *   <li>All requested formats exist, made with the same options, or can be written from its JSON;
 *       if its text would be written in another way now, all are written from it.
 * </ol>
 *
 * <p>{@link FinishedFiles} applies the rule to markers that it reads, {@link MarkerIndex} the same
 * to markers that are only listed, through {@link #identity}. Immutable.
 */
final class FinishedRule {
  private final RunSettings run;
  private final ResultSettings results;
  private final String digest;
  private final String textDigest;

  FinishedRule(TranscriptionSettings settings) {
    this.run = settings.run();
    this.results = settings.results();
    this.digest = results.digest();
    this.textDigest = settings.results().textDigest();
  }

  /** The digest of model and options of a file. */
  String digest(AudioFile file) {
    return file.choice() == null ? digest : file.settings(results).digest();
  }

  /** The digest of how text is written. */
  String textDigest() {
    return textDigest;
  }

  /** Whether the text of a result is written as this run would. */
  boolean isWritten(DoneMarker marker) {
    return textDigest.equals(marker.text());
  }

  /** The fingerprint of the result of a file, given the SHA-256 of its audio. */
  String fingerprint(AudioFile file, String sha256) {
    return ResultSettings.fingerprint(sha256, digest(file));
  }

  /** Whether this run wrote the marker, before a restart. */
  boolean isOwn(DoneMarker marker) {
    return run.id().equals(marker.run());
  }

  /** Whether a marker counts at all. */
  boolean counts(DoneMarker marker) {
    return !run.overwrite() || isOwn(marker);
  }

  /** Whether the marker matches a file as listed. */
  boolean isOf(AudioFile file, DoneMarker marker) {
    return identity(marker.size(), marker.version(), marker.settings())
        .equals(identity(file.size(), file.version(), digest(file)));
  }

  /** Whether the marker is for audio of this size, of whatever version. */
  boolean mayBeOf(AudioFile file, DoneMarker marker) {
    return marker.size() == file.size() && marker.settings().equals(digest(file));
  }

  /** Whether the marker matches a file with audio of this SHA-256, whatever its version. */
  boolean isOf(AudioFile file, String sha256, DoneMarker marker) {
    return marker.fingerprint().equals(fingerprint(file, sha256));
  }

  /**
   * The formats to write: requested ones that the marker does not list as made with these options,
   * and all that it lists if their text is written in another way now.
   */
  List<TranscriptFormat> missing(DoneMarker marker) {
    Stream<TranscriptFormat> old =
        isWritten(marker)
            ? Stream.empty()
            : Stream.of(TranscriptFormat.values())
                .filter(format -> marker.formats().stream().anyMatch(format::isNamed));
    return Stream.concat(
            old,
            run.formats().stream()
                .filter(format -> !marker.formats().contains(format.made(run.form()))))
        .distinct()
        .toList();
  }

  /** The formats of a marker once some have been made, with these options in place of others. */
  List<String> made(List<String> before, List<TranscriptFormat> formats) {
    TreeSet<String> all = new TreeSet<>(before);
    for (TranscriptFormat format : formats) {
      all.removeIf(format::isNamed);
      all.add(format.made(run.form()));
    }
    return List.copyOf(all);
  }

  /**
   * What must be unchanged for a file to be skipped without opening it.
   *
   * @param settings digest of model and options
   */
  static String identity(long size, String version, String settings) {
    return size + "\n" + version + "\n" + settings;
  }
}
