// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

import java.util.Arrays;

/** The last samples before speech, which are recognised with it. Not thread-safe. */
final class LeadIn {
  private final float[] samples;

  LeadIn(int windows) {
    this.samples = new float[windows * WINDOW];
  }

  /** Samples that are kept. */
  int length() {
    return samples.length;
  }

  /** All that are kept, silence before the first ones. They change with the next call. */
  float[] samples() {
    return samples;
  }

  /** Adds a window. */
  void add(float[] window) {
    System.arraycopy(samples, WINDOW, samples, 0, samples.length - WINDOW);
    System.arraycopy(window, 0, samples, samples.length - WINDOW, WINDOW);
  }

  /** Begins anew after an utterance, with what came after its end. */
  void begin(float[] after) {
    int count = Math.min(samples.length, after.length);
    Arrays.fill(samples, 0);
    System.arraycopy(after, after.length - count, samples, samples.length - count, count);
  }
}
