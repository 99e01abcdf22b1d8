// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.voices;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file among known voices that is none, or not that of its name. The message is a sentence. */
public final class DamagedVoiceException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedVoiceException(String address, @Nullable Throwable cause) {
    super(address + " is not the file of a voice; delete it, or enrol the voice anew.", cause);
  }

  /** The sentence. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
