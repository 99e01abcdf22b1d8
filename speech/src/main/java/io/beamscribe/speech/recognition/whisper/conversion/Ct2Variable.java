// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Weights under one name. Those of two and more dimensions are read as a matrix whose rows are the
 * first dimension; others are one row.
 */
final class Ct2Variable {
  private final List<Integer> shape;
  private final Ct2Type type;
  private final ByteBuffer data;
  private final float[] scales;
  private final int columns;

  /**
   * @param data the numbers, little-endian
   * @param scales divisors of quantised numbers, one per row or one for all; empty if not quantised
   */
  Ct2Variable(List<Integer> shape, Ct2Type type, ByteBuffer data, float[] scales) {
    this.shape = List.copyOf(shape);
    this.type = type;
    this.data = data;
    this.scales = scales;
    this.columns = data.capacity() / type.size / rows();
  }

  List<Integer> shape() {
    return shape;
  }

  int rows() {
    return shape.size() < 2 ? 1 : shape.get(0);
  }

  int columns() {
    return columns;
  }

  /** Reads a part of a row. */
  void read(int row, int from, int count, float[] into) {
    int at = row * columns + from;
    for (int i = 0; i < count; i++) {
      into[i] = type.get(data, at + i);
    }
    if (scales.length > 0) {
      float scale = scales[scales.length == 1 ? 0 : row];
      for (int i = 0; i < count; i++) {
        into[i] /= scale;
      }
    }
  }

  /** All numbers, row by row. */
  float[] all() {
    float[] all = new float[rows() * columns];
    float[] row = new float[columns];
    for (int i = 0; i < rows(); i++) {
      read(i, 0, columns, row);
      System.arraycopy(row, 0, all, i * columns, columns);
    }
    return all;
  }
}
