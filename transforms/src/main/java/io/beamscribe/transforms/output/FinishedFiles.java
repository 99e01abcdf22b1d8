// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.text.forms.TextForms;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.settings.WorkerModels;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the output of finished files: transcripts, then the marker. {@link FinishedRule}
 * says what counts as finished. Thread-safe.
 */
@Internal
public final class FinishedFiles {
  private final TranscriptionSettings settings;
  private final OutputLayout output;
  private final AtomicFiles files;
  private final FinishedRule rule;
  private final ResultStore store;
  private final Announcer announcer;
  private final CallFigures calls;
  private final FormatOptions form;

  public FinishedFiles(TranscriptionSettings settings) {
    this(settings, Announcer.NONE);
  }

  /**
   * @param announcer is told of files whose results are written
   */
  public FinishedFiles(TranscriptionSettings settings, Announcer announcer) {
    this.announcer = announcer;
    this.settings = settings;
    this.output = settings.output();
    this.files = new AtomicFiles(output.storage());
    this.rule = new FinishedRule(settings);
    this.store = new ResultStore(output);
    this.calls = new CallFigures(settings);
    this.form = WorkerModels.form(settings);
  }

  /**
   * The outcome of a file that is finished by size, version and settings, without opening it.
   *
   * @throws IOException if the output is unavailable
   */
  public Attempt<Optional<FileOutcome>> attempt(AudioFile file) throws IOException {
    return Attempt.of(file, () -> store.of(() -> find(file)));
  }

  private Optional<FileOutcome> find(AudioFile file) throws IOException {
    Optional<Stored> stored = stored(file).filter(each -> rule.isOf(file, each.marker()));
    Optional<Stored> whole = complete(file, stored);
    return whole.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileOutcome(row(file, stored.get().marker()), indexEntry(file, whole.get())));
  }

  /**
   * The SHA-256 of audio of the same size that was finished here with the same settings, perhaps
   * under another version; empty if none was.
   */
  public Optional<String> sha256(AudioFile file) throws IOException {
    return stored(file)
        .map(Stored::marker)
        .filter(marker -> rule.mayBeOf(file, marker))
        .map(DoneMarker::sha256);
  }

  /** The outcome of a file that was finished under another version, with the same content. */
  public Optional<FileOutcome> find(AudioFile file, String sha256) throws IOException {
    Optional<Stored> stored = stored(file).filter(each -> rule.isOf(file, sha256, each.marker()));
    Optional<Stored> whole = complete(file, stored);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    FileReport row = row(file, stored.get().marker());
    Stored now = writeMarker(file, sha256, whole.get().marker().formats(), null, null);
    return Optional.of(new FileOutcome(row, indexEntry(file, now)));
  }

  /**
   * The row of a file that has ended, now or by an earlier run; changes nothing.
   *
   * @return empty if it has not
   */
  public Optional<FileReport> row(AudioFile file) throws IOException {
    Optional<Stored> stored = stored(file);
    boolean ended =
        stored.isPresent()
            && (rule.isOwn(stored.get().marker()) || rule.isOf(file, stored.get().marker()));
    return ended ? Optional.of(row(file, stored.get().marker())) : Optional.empty();
  }

  /** Whether the file that a block belongs to is finished, by whichever run. */
  public boolean isFinished(AudioBlock block) throws IOException {
    return stored(block.file())
        .filter(each -> each.marker().fingerprint().equals(block.fingerprint()))
        .isPresent();
  }

  /**
   * The outcome of the file that a block belongs to, if it is finished, by whichever run. Of this
   * run only the block that completed it has an outcome, which it may need again.
   */
  public Optional<FileOutcome> of(AudioBlock block) throws IOException {
    Optional<Stored> stored =
        stored(block.file())
            .filter(each -> each.marker().fingerprint().equals(block.fingerprint()))
            .filter(
                each ->
                    !rule.isOwn(each.marker())
                        || each.marker().block() == null
                        || each.marker().block() == block.index());
    Optional<Stored> whole = complete(block.file(), stored);
    return whole.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileOutcome(
                row(block.file(), stored.get().marker()), indexEntry(block.file(), whole.get())));
  }

  /**
   * Writes all formats, and last the marker.
   *
   * @param block that completes the file
   * @param row of the file in the report of this run; kept in the marker in case the run is
   *     restarted
   */
  public FileOutcome write(AudioBlock block, Transcript transcript, FileReport row)
      throws IOException {
    AudioFile file = block.file();
    String sha256 = block.block().sha256();
    for (TranscriptFormat format : settings.run().formats()) {
      write(file, transcript, format);
    }
    announcer.announce(file, row, rule.fingerprint(file, sha256));
    Stored stored =
        writeMarker(
            file,
            sha256,
            settings.run().formats().stream()
                .map(format -> format.made(settings.run().form()))
                .toList(),
            block.index(),
            row);
    return new FileOutcome(row, indexEntry(file, stored));
  }

  private FileReport row(AudioFile file, DoneMarker marker) throws IOException {
    return rule.isOwn(marker) && marker.row() != null
        ? Json.readCompact(marker.row().getBytes(StandardCharsets.UTF_8), FileReport.class)
        : withCall(skipped(file), file);
  }

  /** A call counts in the report of each run that is asked about calls, whoever finished it. */
  private FileReport withCall(FileReport row, AudioFile file) throws IOException {
    if (!calls.wanted()) {
      return row;
    }
    Optional<byte[]> json =
        files.read(output.transcript(file.path(), TranscriptFormat.JSON.extension()));
    if (json.isEmpty()) {
      return row;
    }
    try {
      return calls.added(row, file, TranscriptJson.read(json.get()));
    } catch (SpeechException e) {
      return row; // a result that cannot be read has no figures
    }
  }

  private String indexEntry(AudioFile file, Stored stored) {
    return MarkerIndex.entry(
        OutputLayout.markerName(file.path()),
        stored.content(),
        stored.marker(),
        settings.run().form());
  }

  /** The row of a file finished by an earlier run. */
  public static FileReport skipped(AudioFile file) {
    return FileReport.skipped(file.path(), file.source(), file.size());
  }

  private Optional<Stored> stored(AudioFile file) throws IOException {
    Optional<byte[]> content = files.read(output.marker(file.path()));
    return content
        .flatMap(DoneMarker::read)
        .filter(rule::counts)
        .map(marker -> new Stored(content.get(), marker));
  }

  // Formats that were not written last time are made from the JSON, without the audio, and all that
  // are there if the text is written in another way now.
  private Optional<Stored> complete(AudioFile file, Optional<Stored> stored) throws IOException {
    return stored.isPresent() ? complete(file, stored.get()) : Optional.empty();
  }

  private Optional<Stored> complete(AudioFile file, Stored stored) throws IOException {
    DoneMarker marker = stored.marker();
    List<TranscriptFormat> missing = new ArrayList<>(rule.missing(marker));
    for (TranscriptFormat format : settings.run().formats()) {
      if (!missing.contains(format) && !isThere(file, format)) {
        missing.add(format);
      }
    }
    if (missing.isEmpty()) {
      return Optional.of(stored);
    }
    Optional<byte[]> json =
        files.read(output.transcript(file.path(), TranscriptFormat.JSON.extension()));
    boolean written = rule.isWritten(marker);
    if (json.isEmpty() || !written && !settings.recognition().wordLevelTimestamps()) {
      return Optional.empty(); // marks depend on pauses between words
    }
    Transcript transcript;
    try {
      transcript = TranscriptJson.read(json.get());
    } catch (SpeechException e) {
      return Optional.empty(); // then the work is done again
    }
    if (transcript.provenance() == null
        || !marker.fingerprint().equals(transcript.provenance().fingerprint())) {
      return Optional.empty();
    }
    if (!written) {
      transcript = TextForms.of(transcript, settings.results().text());
    }
    for (TranscriptFormat format : missing) {
      write(file, transcript, format);
    }
    return Optional.of(
        writeMarker(file, marker.sha256(), rule.made(marker.formats(), missing), null, null));
  }

  // People tidy up local folders. In a store the marker is trusted, since a request per file would
  // cost more than everything else.
  private boolean isThere(AudioFile file, TranscriptFormat format) throws IOException {
    String address = output.transcript(file.path(), format.extension());
    return !Addresses.isLocal(address) || files.exists(address);
  }

  private void write(AudioFile file, Transcript transcript, TranscriptFormat format)
      throws IOException {
    files.write(output.transcript(file.path(), format.extension()), format.write(transcript, form));
  }

  private Stored writeMarker(
      AudioFile file,
      String sha256,
      List<String> formats,
      @Nullable Integer block,
      @Nullable FileReport row)
      throws IOException {
    DoneMarker marker =
        new DoneMarker(
            rule.fingerprint(file, sha256),
            rule.digest(file),
            file.source(),
            file.size(),
            file.version(),
            sha256,
            formats,
            settings.run().id(),
            rule.textDigest(),
            block,
            row == null ? null : Json.compact(row));
    byte[] content = marker.toJson();
    files.write(output.marker(file.path()), content);
    return new Stored(content, marker);
  }

  /** A marker, and the bytes it is stored as. */
  private record Stored(byte[] content, DoneMarker marker) {}
}
