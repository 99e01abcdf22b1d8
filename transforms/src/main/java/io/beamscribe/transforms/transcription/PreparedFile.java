// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.FileOutcome;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/**
 * What is to be done of a file.
 *
 * @param blocks to recognise; none where the file ends here
 * @param finished how it ended before, where it did
 */
@Internal
public record PreparedFile(List<AudioBlock> blocks, Optional<FileOutcome> finished) {
  /** A file that a pattern brought in and that is no audio. */
  static final PreparedFile IGNORED = new PreparedFile(List.of(), Optional.empty());

  public PreparedFile {
    blocks = List.copyOf(blocks);
  }

  /** Whether it is no audio. */
  public boolean isIgnored() {
    return blocks.isEmpty() && finished.isEmpty();
  }
}
