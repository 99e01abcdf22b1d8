// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.convert.torch;

import java.util.List;

/**
 * A tensor of a network.
 *
 * @param shape rows before columns; empty for a single number
 * @param values row by row
 */
public record Tensor(List<Integer> shape, float[] values) {
  public Tensor {
    shape = List.copyOf(shape);
  }

  /** Size of a dimension. */
  public int size(int dimension) {
    return shape.get(dimension);
  }
}
