// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * A block of a file of an unbounded job.
 *
 * @param event that told of the file; null where it was found by looking
 */
@Internal
public record ArrivedBlock(AudioBlock block, @Nullable EventPosition event) {

  /** What tells it from others that are worked on. */
  public String id() {
    return new ArrivedFile(block.file(), event).id() + "\n" + block.index();
  }

  /** The event that waits for the end of the file. */
  public Optional<EventPosition> waiting() {
    return Optional.ofNullable(event);
  }
}
