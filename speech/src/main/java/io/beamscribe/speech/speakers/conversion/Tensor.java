package io.beamscribe.speech.speakers.conversion;

import java.util.List;

/**
 * Numbers of a network.
 *
 * @param shape rows before columns; empty for a single number
 * @param values row by row
 */
record Tensor(List<Integer> shape, float[] values) {
  Tensor {
    shape = List.copyOf(shape);
  }

  int size(int dimension) {
    return shape.get(dimension);
  }
}
