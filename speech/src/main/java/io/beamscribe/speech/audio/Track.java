// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.io.Serializable;
import java.util.List;

/**
 * One stream of speech to be recognised, made from the channels of a file.
 *
 * @param channel the number written as {@code channel} in results, from 0
 * @param weights factor of each channel of the file in the sum, in the order of the channels;
 *     negative where a channel has its phase inverted
 */
public record Track(int channel, List<Double> weights) implements Serializable {
  public Track {
    weights = List.copyOf(weights);
  }
}
