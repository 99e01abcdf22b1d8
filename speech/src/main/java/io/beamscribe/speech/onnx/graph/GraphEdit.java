// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes a written graph while it is loaded, so that what lies on disks need not be made anew. Not
 * thread-safe.
 */
public final class GraphEdit {
  /** Fields up to the dimensions of an output. */
  private static final int[] TO_DIMENSIONS = {
    OnnxProto.ValueInfo.TYPE, OnnxProto.Type.TENSOR_TYPE, OnnxProto.TypeTensor.SHAPE
  };

  private final byte[] model;
  private final List<Node> nodes = new ArrayList<>();
  private final NodeList added = new NodeList();
  private final Set<String> results = new HashSet<>();
  private final List<Message> inputs = new ArrayList<>();
  private final List<Message> constants = new ArrayList<>();

  /** Names of small tensors of integers, and their bytes. */
  private final List<Stored> stored = new ArrayList<>();

  /** Names of those that are not used any more. */
  private final Set<String> unused = new HashSet<>();

  private long variable = -1;
  private String variableName = "";

  private record Stored(String name, ByteString content) {}

  /** A node of the graph; all but the names of what goes in and comes out as it was written. */
  private static final class Node {
    final List<String> inputs = new ArrayList<>();
    final List<String> outputs = new ArrayList<>();
    String operator = "";
    Message rest = new Message();

    Node(CodedInputStream in) throws IOException {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case OnnxProto.Node.INPUT -> inputs.add(in.readString());
          case OnnxProto.Node.OUTPUT -> outputs.add(in.readString());
          case OnnxProto.Node.OP_TYPE -> operator = in.readString();
          default -> rest.copy(tag, in);
        }
      }
    }

    Message message() {
      Message node = new Message();
      inputs.forEach(each -> node.put(OnnxProto.Node.INPUT, each));
      outputs.forEach(each -> node.put(OnnxProto.Node.OUTPUT, each));
      return node.put(OnnxProto.Node.OP_TYPE, operator).append(rest);
    }
  }

  /**
   * @param model content of an {@code .onnx} file
   * @throws IOException if it is none
   */
  public GraphEdit(byte[] model) throws IOException {
    this.model = model;
    CodedInputStream in = CodedInputStream.newInstance(model);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == OnnxProto.Model.GRAPH) {
        read(in.readBytes().newCodedInput());
      } else {
        in.skipField(tag);
      }
    }
  }

  private void read(CodedInputStream graph) throws IOException {
    for (int tag = graph.readTag(); tag != 0; tag = graph.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxProto.Graph.NODE -> nodes.add(new Node(graph.readBytes().newCodedInput()));
        case OnnxProto.Graph.INITIALIZER -> stored.add(tensor(graph.readBytes().newCodedInput()));
        default -> graph.skipField(tag);
      }
    }
  }

  private static Stored tensor(CodedInputStream tensor) throws IOException {
    String name = "";
    ByteString content = ByteString.EMPTY;
    for (int tag = tensor.readTag(); tag != 0; tag = tensor.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxProto.Tensor.NAME -> name = tensor.readString();
        case OnnxProto.Tensor.RAW_DATA -> content = tensor.readBytes();
        default -> tensor.skipField(tag);
      }
    }
    return new Stored(name, content);
  }

  /**
   * What a node is given first.
   *
   * @param operand an input that only this node has, such as the name of its weights
   */
  public String firstInput(String operand) throws IOException {
    return nodes.stream()
        .filter(node -> node.inputs.contains(operand))
        .findFirst()
        .orElseThrow(() -> new IOException("the graph has no node with " + operand))
        .inputs
        .get(0);
  }

  /** Adds an input, as {@link OnnxGraph#input} does. */
  public String input(String name, ElementType type, Object... shape) {
    inputs.add(OnnxGraph.value(name, type, shape));
    return name;
  }

  /** Adds a constant vector of integers. */
  public String whole(String name, long... values) {
    constants.add(
        new Message()
            .put(OnnxProto.Tensor.DIMS, values.length)
            .put(OnnxProto.Tensor.DATA_TYPE, ElementType.INT64.code)
            .put(OnnxProto.Tensor.NAME, name)
            .put(OnnxProto.Tensor.RAW_DATA, bytes(values).toByteArray()));
    return name;
  }

  private static ByteString bytes(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return ByteString.copyFrom(bytes);
  }

  /** A node to add with a single output of a name that is not there yet. */
  public OnnxNode node(String operator, String... operands) {
    return new OnnxNode(added, "", operator, List.of(operands));
  }

  /** Gives the nodes of the written graph another input, the output of an added node, instead. */
  public void redirect(String from, String to) {
    results.add(to);
    nodes.forEach(node -> node.inputs.replaceAll(each -> each.equals(from) ? to : each));
  }

  /**
   * Makes matrices with rows of any length of what is reshaped to matrices with rows of one length.
   *
   * @param columns the length that it was
   * @param axis the first that is along the rows
   */
  public void flatten(long columns, long axis) {
    ByteString shape = bytes(-1, columns);
    for (Stored tensor : stored) {
      if (tensor.content().equals(shape)) {
        unused.add(tensor.name());
        for (Node node : nodes) {
          if (node.operator.equals("Reshape") && node.inputs.get(1).equals(tensor.name())) {
            node.operator = "Flatten";
            node.inputs.remove(1);
            node.rest.put(
                OnnxProto.Node.ATTRIBUTE,
                new Message()
                    .put(OnnxProto.Attribute.NAME, "axis")
                    .put(OnnxProto.Attribute.I, axis)
                    .put(OnnxProto.Attribute.TYPE, OnnxProto.Attribute.INT));
          }
        }
      }
    }
  }

  /** Makes dimensions of one size in all outputs variable. */
  public void variable(long size, String name) {
    variable = size;
    variableName = name;
  }

  /** The changed graph. */
  public byte[] bytes() throws IOException {
    Message changed = new Message();
    CodedInputStream in = CodedInputStream.newInstance(model);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == OnnxProto.Model.GRAPH) {
        changed.put(OnnxProto.Model.GRAPH, graph(in.readBytes().newCodedInput()));
      } else {
        changed.copy(tag, in);
      }
    }
    return changed.bytes();
  }

  private Message graph(CodedInputStream in) throws IOException {
    Message graph = new Message();
    boolean put = added.all().isEmpty();
    for (Node node : nodes) {
      if (!put && node.inputs.stream().anyMatch(results::contains)) {
        added.all().forEach(each -> graph.put(OnnxProto.Graph.NODE, each));
        put = true;
      }
      graph.put(OnnxProto.Graph.NODE, node.message());
    }
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxProto.Graph.NODE -> in.skipField(tag);
        case OnnxProto.Graph.INITIALIZER -> {
          byte[] tensor = in.readByteArray();
          if (!unused.contains(tensor(CodedInputStream.newInstance(tensor)).name())) {
            graph.put(OnnxProto.Graph.INITIALIZER, tensor);
          }
        }
        case OnnxProto.Graph.OUTPUT ->
            graph.put(OnnxProto.Graph.OUTPUT, output(in.readByteArray(), 0));
        default -> graph.copy(tag, in);
      }
    }
    constants.forEach(each -> graph.put(OnnxProto.Graph.INITIALIZER, each));
    inputs.forEach(each -> graph.put(OnnxProto.Graph.INPUT, each));
    return graph;
  }

  private Message output(byte[] message, int depth) throws IOException {
    Message changed = new Message();
    CodedInputStream in = CodedInputStream.newInstance(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int field = WireFormat.getTagFieldNumber(tag);
      if (depth < TO_DIMENSIONS.length && field == TO_DIMENSIONS[depth]) {
        changed.put(field, output(in.readByteArray(), depth + 1));
      } else if (depth == TO_DIMENSIONS.length && field == OnnxProto.TensorShape.DIM) {
        changed.put(field, dimension(in.readByteArray()));
      } else {
        changed.copy(tag, in);
      }
    }
    return changed;
  }

  private byte[] dimension(byte[] written) {
    Message fixed = new Message().put(OnnxProto.Dimension.DIM_VALUE, variable);
    return Arrays.equals(written, fixed.bytes())
        ? new Message().put(OnnxProto.Dimension.DIM_PARAM, variableName).bytes()
        : written;
  }
}
