// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The weights in an ONNX graph, if stored in single precision inside the file; others are skipped.
 * Thread-safe.
 */
public final class OnnxWeights {
  private static final long LARGEST = 64L << 20;

  private final Map<String, float[]> weights;

  private OnnxWeights(Map<String, float[]> weights) {
    this.weights = weights;
  }

  private interface Field {
    /** Reads the field, or skips it. */
    boolean read(int number, CodedInputStream in) throws IOException;
  }

  /**
   * Reads a file of a few megabytes.
   *
   * @throws IOException if it cannot be read or is not a graph
   */
  public static OnnxWeights read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file.getFileName() + " is larger than the graph can be");
    }
    Map<String, float[]> weights = new HashMap<>();
    each(
        Files.readAllBytes(file),
        (field, model) ->
            field == OnnxProto.Model.GRAPH
                && each(
                    model.readByteArray(),
                    (inner, graph) ->
                        inner == OnnxProto.Graph.INITIALIZER
                            && tensor(graph.readByteArray(), weights)));
    return new OnnxWeights(weights);
  }

  private static boolean tensor(byte[] message, Map<String, float[]> weights) throws IOException {
    String[] name = new String[1];
    byte[][] raw = new byte[1][];
    each(
        message,
        (field, in) -> {
          switch (field) {
            case OnnxProto.Tensor.NAME -> name[0] = in.readString();
            case OnnxProto.Tensor.RAW_DATA -> raw[0] = in.readByteArray();
            default -> {
              return false;
            }
          }
          return true;
        });
    if (name[0] != null && raw[0] != null) {
      float[] values = new float[raw[0].length / Float.BYTES];
      ByteBuffer.wrap(raw[0]).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      weights.put(name[0], values);
    }
    return true;
  }

  private static boolean each(byte[] message, Field field) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!field.read(WireFormat.getTagFieldNumber(tag), in)) {
        in.skipField(tag);
      }
    }
    return true;
  }

  /** The weights of a given name, row by row. */
  public Optional<float[]> of(String name) {
    return Optional.ofNullable(weights.get(name)).map(float[]::clone);
  }
}
