// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * A block of a file of an unbounded job.
 *
 * @param event that announced the file; null if polling found it
 */
@Internal
public record ArrivedBlock(AudioBlock block, @Nullable EventPosition event) {

  /** Identifies it among the elements in progress. */
  public String id() {
    return new ArrivedFile(block.file(), event).id() + "\n" + block.index();
  }

  /** The event that waits for the file to finish. */
  public Optional<EventPosition> waiting() {
    return Optional.ofNullable(event);
  }
}
