// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of an unbounded job.
 *
 * @param event that told of it; null where it was found by looking
 */
public record ArrivedFile(AudioFile file, @Nullable EventPosition event) {

  /** One that was found by looking. */
  public static ArrivedFile of(AudioFile file) {
    return new ArrivedFile(file, null);
  }

  /** What tells it from others that are worked on: an event may tell of what a look found, too. */
  public String id() {
    return file.address() + "\n" + (event == null ? file.version() : event);
  }

  /** The event that waits for its end. */
  public Optional<EventPosition> waiting() {
    return Optional.ofNullable(event);
  }
}
