// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

/** The types of numbers in ONNX tensors that are needed here. */
public enum ElementType {
  FLOAT(1, 4),
  UINT8(2, 1),
  INT8(3, 1),
  INT64(7, 8);

  /** Of TensorProto.DataType. */
  public final int code;

  /** Bytes a number. */
  final int size;

  ElementType(int code, int size) {
    this.code = code;
    this.size = size;
  }
}
