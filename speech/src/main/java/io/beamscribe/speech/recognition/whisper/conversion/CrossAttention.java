// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import java.io.IOException;

/**
 * How the decoder attends to the audio: what the encoder outputs for it once per window, and how
 * the decoder uses that at each step. The tensors have names that begin with {@code cross_}, the
 * same in both graphs; their first dimension is 1 in the encoder, and the number of windows decoded
 * at once in the decoder.
 */
public interface CrossAttention {
  /**
   * Outputs keys and values, in the graph of the encoder.
   *
   * @param keys {@code [positions, width]}, for a layer of the decoder
   * @param values {@code [positions, width]}
   */
  void give(String keys, String values, int layer) throws IOException;

  /**
   * Uses them, in the graph of the decoder.
   *
   * @param queries {@code [windows, rows, heads, headWidth]}, scaled already
   */
  Attended attend(String queries, int layer) throws IOException;

  /**
   * @param shares of attention: {@code [windows, heads, rows, positions]}
   * @param attended {@code [windows, rows, heads, headWidth]}
   */
  record Attended(String shares, String attended) {}
}
