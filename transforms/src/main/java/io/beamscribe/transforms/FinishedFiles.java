package io.beamscribe.transforms;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.TranscriptFormat;
import io.beamscribe.speech.transcript.TranscriptJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads and writes what a finished file leaves under the output: its transcripts, then its marker.
 * Not bound to a thread.
 */
final class FinishedFiles {
  private final TranscriptionSettings settings;
  private final OutputLayout output;

  FinishedFiles(TranscriptionSettings settings) {
    this.settings = settings;
    this.output = settings.output();
  }

  /**
   * The row of a file that need not even be opened: stored audio and settings are what they were.
   */
  Optional<FileReport> find(AudioFile file) throws IOException {
    Optional<DoneMarker> marker = marker(file);
    if (marker.isEmpty()
        || marker.get().size() != file.size()
        || !marker.get().version().equals(file.version())
        || !marker.get().settings().equals(settings.digest())
        || !complete(file, marker.get())) {
      return Optional.empty();
    }
    return Optional.of(row(file, marker.get()));
  }

  /** That of a file which was finished when it was stored under another version: same bytes. */
  Optional<FileReport> find(AudioFile file, String sha256) throws IOException {
    Optional<DoneMarker> marker = marker(file);
    if (marker.isEmpty()
        || !marker.get().fingerprint().equals(settings.fingerprint(sha256))
        || !complete(file, marker.get())) {
      return Optional.empty();
    }
    mark(file, sha256, marker(file).orElseThrow().formats(), null);
    return Optional.of(row(file, marker.get()));
  }

  /**
   * Writes all formats, and last the marker.
   *
   * @param row what this run tells of the file, also when it is restarted and finds it done
   */
  void write(AudioFile file, String sha256, Transcript transcript, FileReport row)
      throws IOException {
    for (TranscriptFormat format : settings.formats()) {
      write(file, transcript, format);
    }
    mark(file, sha256, settings.formats().stream().map(TranscriptFormat::extension).toList(), row);
  }

  private FileReport row(AudioFile file, DoneMarker marker) throws IOException {
    return own(marker) && marker.row() != null
        ? Json.readCompact(marker.row().getBytes(StandardCharsets.UTF_8), FileReport.class)
        : skipped(file);
  }

  private boolean own(DoneMarker marker) {
    return settings.run().equals(marker.run());
  }

  /** The row of a file that was finished before. */
  private FileReport skipped(AudioFile file) {
    return new FileReport(
        file.path(),
        file.source(),
        FileStatus.SKIPPED,
        null,
        null,
        file.size(),
        0,
        0,
        0,
        Double.NaN,
        0,
        null,
        null);
  }

  private Optional<DoneMarker> marker(AudioFile file) throws IOException {
    return DoneMarker.read(output, file.path())
        .filter(marker -> !settings.overwrite() || own(marker));
  }

  // Formats that were not asked for last time are made from the JSON, without touching the audio.
  private boolean complete(AudioFile file, DoneMarker marker) throws IOException {
    List<TranscriptFormat> missing = new ArrayList<>();
    for (TranscriptFormat format : settings.formats()) {
      if (!marker.formats().contains(format.extension()) || !isThere(file, format)) {
        missing.add(format);
      }
    }
    if (missing.isEmpty()) {
      return true;
    }
    Optional<byte[]> json =
        WholeFiles.read(output.transcript(file.path(), TranscriptFormat.JSON.extension()));
    if (json.isEmpty()) {
      return false;
    }
    Transcript transcript;
    try {
      transcript = TranscriptJson.read(json.get());
    } catch (SpeechException e) {
      return false; // then the work is done again
    }
    if (transcript.provenance() == null
        || !marker.fingerprint().equals(transcript.provenance().fingerprint())) {
      return false;
    }
    TreeSet<String> formats = new TreeSet<>(marker.formats());
    for (TranscriptFormat format : missing) {
      write(file, transcript, format);
      formats.add(format.extension());
    }
    mark(file, marker.sha256(), List.copyOf(formats), null);
    return true;
  }

  // In a folder people tidy up; a store is believed, where to ask for each file would cost more
  // than all the rest.
  private boolean isThere(AudioFile file, TranscriptFormat format) throws IOException {
    String address = output.transcript(file.path(), format.extension());
    return !Addresses.isLocal(address) || WholeFiles.exists(address);
  }

  private void write(AudioFile file, Transcript transcript, TranscriptFormat format)
      throws IOException {
    WholeFiles.write(
        output.transcript(file.path(), format.extension()),
        format.write(transcript, new FormatOptions(settings.wordLevelTimestamps())));
  }

  private void mark(AudioFile file, String sha256, List<String> formats, FileReport row)
      throws IOException {
    DoneMarker marker =
        new DoneMarker(
            settings.fingerprint(sha256),
            settings.digest(),
            file.source(),
            file.size(),
            file.version(),
            sha256,
            formats,
            settings.run(),
            row == null ? null : Json.compact(row));
    WholeFiles.write(output.marker(file.path()), marker.toJson());
  }
}
