// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import java.io.IOException;

/** How the positions of the encoder attend to each other. */
public interface SelfAttention {
  /**
   * @param queries {@code [positions, width]}, without their bias, as keys and values are
   * @param name of the layer's projection, under which its numbers are stored
   * @param bias of queries, keys and values, one after the other
   * @return the attended values: {@code [positions, width]}
   */
  String attend(String queries, String keys, String values, String name, float[] bias)
      throws IOException;
}
