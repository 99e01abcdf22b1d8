// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * Options of the formats that are captions. Immutable.
 *
 * @param lineLength the widest line in columns, {@value #LEAST_LENGTH} to {@value #MOST_LENGTH}; 0
 *     for what is usual in the script of the text
 * @param lines the most lines of a caption, 1 to {@value #MOST_LINES}
 */
public record CaptionOptions(int lineLength, int lines) implements Serializable {
  public static final int LEAST_LENGTH = 20;
  public static final int MOST_LENGTH = 200;
  public static final int MOST_LINES = 4;
  public static final int DEFAULT_LINES = 2;

  /** Two lines of the length that is usual in the script. */
  public static final CaptionOptions DEFAULT = new CaptionOptions(0, DEFAULT_LINES);

  public CaptionOptions {
    if (lineLength != 0 && (lineLength < LEAST_LENGTH || lineLength > MOST_LENGTH)
        || lines < 1
        || lines > MOST_LINES) {
      throw new IllegalArgumentException("no caption has " + lines + " lines of " + lineLength);
    }
  }

  /**
   * A text that is the same for the same options, in all versions, and empty for the default; by it
   * a file is known to have been made with other options.
   */
  public String variant() {
    return equals(DEFAULT) ? "" : "length=" + lineLength + ",lines=" + lines;
  }
}
