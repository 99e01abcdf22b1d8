// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;
import java.util.List;

/**
 * What a model made of a segment besides its words. Valid only during the call that gives it; not
 * thread-safe.
 */
public interface Evidence {
  /** How many frames the segment has, of 20 ms each; the last one may be cut. */
  int frames();

  /** The number of values that describe a frame. */
  int width();

  /** What the model's ear makes of each frame, {@link #width} values frame after frame. */
  float[] hidden();

  /**
   * How likely a text is.
   *
   * @param words as the model would write them
   */
  ForcedText force(List<String> words) throws SpeechException;
}
