// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Tensors over memory that Java and ONNX Runtime share, so that nothing is copied between them. */
public final class Tensors {
  private Tensors() {}

  public static FloatBuffer floats(int count) {
    return bytes(count * Float.BYTES).asFloatBuffer();
  }

  public static LongBuffer longs(int count) {
    return bytes(count * Long.BYTES).asLongBuffer();
  }

  public static ByteBuffer bytes(int count) {
    return ByteBuffer.allocateDirect(count).order(ByteOrder.nativeOrder());
  }

  /** A tensor over the memory of a direct buffer, from its position to its limit. */
  public static OnnxTensor over(FloatBuffer buffer, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, shape);
  }

  public static OnnxTensor over(ByteBuffer buffer, OnnxJavaType type, long... shape)
      throws OrtException {
    buffer.order(ByteOrder.nativeOrder()); // slices forget it
    return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, shape, type);
  }

  public static OnnxTensor over(LongBuffer buffer, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, shape);
  }
}
