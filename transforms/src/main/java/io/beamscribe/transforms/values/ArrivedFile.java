// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.report.FileReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of an unbounded job.
 *
 * @param event that announced it; null if polling found it
 * @param otherwise what the event may mean instead, if there is no such file; null for nothing
 * @param fault why there may be no such file, as a sentence; null if the event or entry is sound
 * @param kind of the fault, if there is no file to look for; null if there may be one
 */
public record ArrivedFile(
    AudioFile file,
    @Nullable EventPosition event,
    @Nullable AudioFile otherwise,
    @Nullable String fault,
    @Nullable ErrorKind kind) {

  /** A file that an event announced. */
  public ArrivedFile(AudioFile file, @Nullable EventPosition event) {
    this(file, event, null, null, null);
  }

  /**
   * A message that names no file, though it tells of one.
   *
   * @param message its address, as {@code kafka://TOPIC/PARTITION/OFFSET}
   */
  public static ArrivedFile fault(AudioFile message, EventPosition event, String sentence) {
    return new ArrivedFile(message, event, null, sentence, ErrorKind.INVALID_URI);
  }

  /** An entry of an input that polling found, and that cannot be read. */
  public static ArrivedFile unreadable(FileReport row) {
    AudioFile entry = new AudioFile(row.sourceUrl(), row.source(), -1, "", true);
    return new ArrivedFile(entry, null, null, row.errorMessage(), row.errorKind());
  }

  /** Whether there is a file to look for. */
  public boolean namesFile() {
    return kind == null;
  }

  /** The files that may be meant, the likeliest first. */
  public List<AudioFile> spellings() {
    return otherwise == null ? List.of(file) : List.of(file, otherwise);
  }

  /** A file that polling or the pipeline found. */
  public static ArrivedFile of(AudioFile file) {
    return new ArrivedFile(file, null);
  }

  /** Identifies it among the elements in progress; an event and a poll may find the same file. */
  public String id() {
    return file.address() + "\n" + (event == null ? file.version() : event);
  }

  /** The event that waits for the file to finish. */
  public Optional<EventPosition> waiting() {
    return Optional.ofNullable(event);
  }
}
