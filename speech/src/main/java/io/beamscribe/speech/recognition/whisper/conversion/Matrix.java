// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import java.io.IOException;

/**
 * Some rows of a variable as the weights of a linear layer: a row for each output, a column for
 * each input.
 *
 * @param first row of the variable
 * @param scaled how many of the rows, from the first, are multiplied by the factor
 */
record Matrix(Ct2Variable variable, int first, int rows, int scaled, float factor) {
  /** Columns read at once: enough for fast reading, and few megabytes even of the largest model. */
  private static final int BLOCK = 32;

  static Matrix of(Ct2Variable variable) {
    return new Matrix(variable, 0, variable.rows(), 0, 1);
  }

  /** The matrix of some of its rows. */
  Matrix rows(int from, int count) {
    return new Matrix(variable, first + from, count, 0, 1);
  }

  /** A copy with the first rows multiplied by a factor. */
  Matrix scaled(int count, float by) {
    return new Matrix(variable, first, rows, count, by);
  }

  int columns() {
    return variable.columns();
  }

  void read(int row, int from, int count, float[] into) {
    variable.read(first + row, from, count, into);
    if (row < scaled) {
      for (int i = 0; i < count; i++) {
        into[i] *= factor;
      }
    }
  }

  /** Receives the numbers of a matrix. */
  interface Cells {
    void take(int row, float value) throws IOException;
  }

  /** Reads row by row. */
  void byRows(Cells cells) throws IOException {
    float[] values = new float[columns()];
    for (int row = 0; row < rows; row++) {
      read(row, 0, values.length, values);
      for (float value : values) {
        cells.take(row, value);
      }
    }
  }

  /** Reads column by column, the order of matrices in ONNX. */
  void byColumns(Cells cells) throws IOException {
    float[][] block = new float[rows][BLOCK];
    for (int from = 0; from < columns(); from += BLOCK) {
      int count = Math.min(BLOCK, columns() - from);
      for (int row = 0; row < rows; row++) {
        read(row, from, count, block[row]);
      }
      for (int i = 0; i < count; i++) {
        for (int row = 0; row < rows; row++) {
          cells.take(row, block[row][i]);
        }
      }
    }
  }
}
