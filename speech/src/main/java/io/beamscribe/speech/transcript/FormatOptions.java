// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;
import java.util.function.BinaryOperator;

/**
 * Options of formats. Immutable.
 *
 * @param wordLevelTimestamps whether the JSON lists the words with their times
 * @param captions of the formats that are captions
 * @param calls of the formats that are figures about a call
 */
public record FormatOptions(boolean wordLevelTimestamps, CaptionOptions captions, CallOptions calls)
    implements Serializable {
  /** With the times of words. */
  public static final FormatOptions DEFAULT = new FormatOptions(true);

  /** With usual captions, and no rules for calls. */
  public FormatOptions(boolean wordLevelTimestamps) {
    this(wordLevelTimestamps, CaptionOptions.DEFAULT, CallOptions.DEFAULT);
  }

  /** A copy with or without the times of words. */
  public FormatOptions withWordTimes(boolean wanted) {
    return new FormatOptions(wanted, captions, calls);
  }

  /** A copy with the models in other folders, as {@link CallOptions#withModels}. */
  public FormatOptions withModels(BinaryOperator<String> place) {
    return new FormatOptions(wordLevelTimestamps, captions, calls.withModels(place));
  }

  /** A text that is the same for the same options, in all versions, and empty for the default. */
  public String variant() {
    return captions.variant() + calls.variant();
  }
}
