// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Gives a written graph one more output. What it computes stays as it is: a parser of Protocol
 * Buffers merges a field that comes twice, so the addition is appended to the file as it is.
 */
public final class ExtraOutput {
  private ExtraOutput() {}

  /**
   * The graph with the result of a node as a further output.
   *
   * @param graph content of an {@code .onnx} file
   * @param operand an input that only this node has, such as the name of its weights
   * @param name of the output
   * @param shape of it, single-precision numbers
   * @throws IOException if the graph has no such node
   */
  public static byte[] add(byte[] graph, String operand, String name, long... shape)
      throws IOException {
    Message node =
        new Message()
            .put(OnnxProto.Node.INPUT, result(graph, operand))
            .put(OnnxProto.Node.OUTPUT, name)
            .put(OnnxProto.Node.NAME, name)
            .put(OnnxProto.Node.OP_TYPE, "Identity");
    Message dimensions = new Message();
    for (long each : shape) {
      dimensions.put(
          OnnxProto.TensorShape.DIM, new Message().put(OnnxProto.Dimension.DIM_VALUE, each));
    }
    Message tensor =
        new Message()
            .put(OnnxProto.TypeTensor.ELEM_TYPE, ElementType.FLOAT.code)
            .put(OnnxProto.TypeTensor.SHAPE, dimensions);
    Message output =
        new Message()
            .put(OnnxProto.ValueInfo.NAME, name)
            .put(OnnxProto.ValueInfo.TYPE, new Message().put(OnnxProto.Type.TENSOR_TYPE, tensor));
    Message addition =
        new Message().put(OnnxProto.Graph.NODE, node).put(OnnxProto.Graph.OUTPUT, output);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(graph);
    all.write(new Message().put(OnnxProto.Model.GRAPH, addition).bytes());
    return all.toByteArray();
  }

  private static String result(byte[] model, String operand) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(model);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == OnnxProto.Model.GRAPH) {
        CodedInputStream graph = in.readBytes().newCodedInput();
        for (int field = graph.readTag(); field != 0; field = graph.readTag()) {
          if (WireFormat.getTagFieldNumber(field) == OnnxProto.Graph.NODE) {
            String result = resultOfNode(graph.readBytes().newCodedInput(), operand);
            if (result != null) {
              return result;
            }
          } else {
            graph.skipField(field);
          }
        }
      } else {
        in.skipField(tag);
      }
    }
    throw new IOException("the graph has no node with " + operand);
  }

  private static @Nullable String resultOfNode(CodedInputStream node, String operand)
      throws IOException {
    boolean found = false;
    @Nullable String result = null;
    for (int tag = node.readTag(); tag != 0; tag = node.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxProto.Node.INPUT -> found |= node.readString().equals(operand);
        case OnnxProto.Node.OUTPUT -> {
          String name = node.readString();
          result = result == null ? name : result;
        }
        default -> node.skipField(tag);
      }
    }
    return found ? result : null;
  }
}
