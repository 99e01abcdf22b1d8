// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * Options of formats. Immutable.
 *
 * @param wordLevelTimestamps whether the JSON lists the words with their times
 * @param captions of the formats that are captions
 */
public record FormatOptions(boolean wordLevelTimestamps, CaptionOptions captions)
    implements Serializable {
  /** With the times of words. */
  public static final FormatOptions DEFAULT = new FormatOptions(true);

  /** With usual captions. */
  public FormatOptions(boolean wordLevelTimestamps) {
    this(wordLevelTimestamps, CaptionOptions.DEFAULT);
  }
}
