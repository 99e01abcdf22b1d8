// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of an unbounded job.
 *
 * @param event that announced it; null if polling found it
 */
public record ArrivedFile(AudioFile file, @Nullable EventPosition event) {

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
