// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.transcription.FileBlock;
import org.apache.beam.sdk.annotations.Internal;

/** A reference to a few minutes of a file, which is sent over the network instead of audio. */
@Internal
public record AudioBlock(AudioFile file, FileBlock block) {
  /** Fingerprint of its file's result. */
  public String fingerprint() {
    return block.fingerprint();
  }

  /** Index in its file, from 0. */
  public int index() {
    return block.index();
  }

  /** Whether it is the whole file. */
  public boolean whole() {
    return block.count() == 1;
  }
}
