// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.FileOutcome;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/**
 * A file that is ready for recognition, finished already, or not audio.
 *
 * @param blocks to recognise; empty if there is nothing to do
 * @param finished outcome of an earlier run, if there is one
 */
@Internal
public record PreparedFile(List<AudioBlock> blocks, Optional<FileOutcome> finished) {
  /** A file that a pattern matched and that is not audio. */
  static final PreparedFile IGNORED = new PreparedFile(List.of(), Optional.empty());

  public PreparedFile {
    blocks = List.copyOf(blocks);
  }

  /** Whether it is not audio. */
  public boolean isIgnored() {
    return blocks.isEmpty() && finished.isEmpty();
  }
}
