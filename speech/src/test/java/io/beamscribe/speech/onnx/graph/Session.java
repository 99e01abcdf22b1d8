// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.beamscribe.speech.onnx.OnnxRuntime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs a graph on one thread. */
public final class Session implements AutoCloseable {
  private final OrtSession session;

  /** An input or output of a graph. */
  public record Numbers(ByteBuffer bytes, OnnxJavaType type, long... shape) {
    public static Numbers of(float[] values, long... shape) {
      ByteBuffer bytes = room(values.length * Float.BYTES);
      bytes.asFloatBuffer().put(values);
      return new Numbers(bytes, OnnxJavaType.FLOAT, shape);
    }

    public static Numbers of(long[] values, long... shape) {
      ByteBuffer bytes = room(values.length * Long.BYTES);
      bytes.asLongBuffer().put(values);
      return new Numbers(bytes, OnnxJavaType.INT64, shape);
    }

    private static ByteBuffer room(int size) {
      return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private static Numbers of(OnnxTensor tensor) {
      ByteBuffer source = tensor.getByteBuffer();
      ByteBuffer bytes = room(source.remaining()).put(source).flip();
      return new Numbers(bytes, tensor.getInfo().type, tensor.getInfo().getShape());
    }

    public float[] floats() {
      float[] values = new float[bytes.remaining() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      return values;
    }

    /** The number at an index, of whatever type. */
    public float at(long... place) {
      int index = 0;
      for (int i = 0; i < shape.length; i++) {
        index = Math.toIntExact(index * shape[i] + place[i]);
      }
      return switch (type) {
        case FLOAT -> bytes.getFloat(index * Float.BYTES);
        case UINT8 -> Byte.toUnsignedInt(bytes.get(index));
        case INT8 -> bytes.get(index);
        default -> throw new IllegalArgumentException(type.name());
      };
    }

    private OnnxTensor tensor() throws OrtException {
      return OnnxTensor.createTensor(OnnxRuntime.environment(), bytes, shape, type);
    }
  }

  public Session(Path graph) throws OrtException {
    session = OnnxRuntime.open(graph, true);
  }

  /** All outputs by their names. */
  public Map<String, Numbers> run(Map<String, Numbers> inputs) throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (Map.Entry<String, Numbers> input : inputs.entrySet()) {
      tensors.put(input.getKey(), input.getValue().tensor());
    }
    try (OrtSession.Result result = session.run(tensors)) {
      Map<String, Numbers> outputs = new HashMap<>();
      for (Map.Entry<String, OnnxValue> each : result) {
        outputs.put(each.getKey(), Numbers.of((OnnxTensor) each.getValue()));
      }
      return outputs;
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
