// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds an ONNX graph, opset 20 plus the operators of ONNX Runtime, and writes it as two files:
 * the graph, and beside it the numbers of all but the smallest tensors. So a graph may be larger
 * than the 2 GB limit of Protocol Buffers, and ONNX Runtime maps the numbers instead of reading
 * them.
 *
 * <p>The same calls write the same bytes.
 */
public final class OnnxGraph implements Closeable {
  private static final int IR_VERSION = 9;
  private static final int OPSET = 20;

  /** Domain of the operators of ONNX Runtime. */
  private static final String MICROSOFT = "com.microsoft";

  /** Alignment of tensors in the second file, so that they can be mapped. */
  private static final int PAGE = 4096;

  /**
   * Up to this size tensors are stored in the graph itself: shapes must be, as they are needed
   * while it is read.
   */
  private static final int SMALL = 1024;

  private final Path file;
  private final String name;
  private final Path data;
  private final OutputStream dataOut;
  private final NumberSink numbers;
  private final NodeList nodes = new NodeList();
  private final List<Message> tensors = new ArrayList<>();
  private final List<Message> inputs = new ArrayList<>();
  private final List<Message> outputs = new ArrayList<>();
  private final Map<List<Object>, String> constants = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  /** Writes the numbers of a tensor, row by row. */
  public interface Content {
    void write(NumberSink numbers) throws IOException;
  }

  /**
   * Starts a graph; neither file may exist yet.
   *
   * @param file ends in {@code .onnx}; the other file ends in {@code .data} instead
   * @param name what the graph is called
   */
  public OnnxGraph(Path file, String name) throws IOException {
    this.file = file;
    this.name = name;
    this.data =
        file.resolveSibling(file.getFileName().toString().replaceFirst("\\.onnx$", ".data"));
    this.dataOut = Files.newOutputStream(data, StandardOpenOption.CREATE_NEW);
    this.numbers = new NumberSink(dataOut);
  }

  /**
   * Adds an input of the graph.
   *
   * @param shape for each dimension its size, or the name of a variable size
   */
  public String input(String name, ElementType type, Object... shape) {
    inputs.add(value(name, type, shape));
    return name;
  }

  /** Adds an output of the graph: the output of a node with the same name. */
  public void output(String name, ElementType type, Object... shape) {
    outputs.add(value(name, type, shape));
  }

  static Message value(String name, ElementType type, Object... shape) {
    Message dimensions = new Message();
    for (Object each : shape) {
      Message dimension = new Message();
      dimensions.put(
          OnnxProto.TensorShape.DIM,
          each instanceof Number size
              ? dimension.put(OnnxProto.Dimension.DIM_VALUE, size.longValue())
              : dimension.put(OnnxProto.Dimension.DIM_PARAM, (String) each));
    }
    Message tensor =
        new Message()
            .put(OnnxProto.TypeTensor.ELEM_TYPE, type.code)
            .put(OnnxProto.TypeTensor.SHAPE, dimensions);
    return new Message()
        .put(OnnxProto.ValueInfo.NAME, name)
        .put(OnnxProto.ValueInfo.TYPE, new Message().put(OnnxProto.Type.TENSOR_TYPE, tensor));
  }

  /** A node with an operator of ONNX. */
  public OnnxNode node(String operator, String... inputs) {
    return new OnnxNode(nodes, "", operator, List.of(inputs));
  }

  /** A node with an operator that only ONNX Runtime has. */
  public OnnxNode microsoft(String operator, String... inputs) {
    return new OnnxNode(nodes, MICROSOFT, operator, List.of(inputs));
  }

  /** A unique name. */
  public String fresh(String word) {
    return nodes.fresh(word);
  }

  public String constant(float value) throws IOException {
    return constant(ElementType.FLOAT, List.of(value), List.of(), sink -> sink.put(value));
  }

  /** An unsigned eight-bit constant. */
  public String unsigned(int value) throws IOException {
    return constant(ElementType.UINT8, List.of(value), List.of(), sink -> sink.put((byte) value));
  }

  /** A constant vector of integers, such as a shape. */
  public String whole(long... values) throws IOException {
    List<Long> key = new ArrayList<>();
    for (long value : values) {
      key.add(value);
    }
    return constant(
        ElementType.INT64,
        List.copyOf(key),
        List.of(values.length),
        sink -> {
          for (long value : values) {
            sink.put(value);
          }
        });
  }

  /** Equal constants are shared. */
  private String constant(
      ElementType type, List<? extends Object> values, List<Integer> shape, Content content)
      throws IOException {
    List<Object> key = List.of(type, values, shape);
    String known = constants.get(key);
    if (known != null) {
      return known;
    }
    String name = tensor(fresh("constant"), type, shape, content);
    constants.put(key, name);
    return name;
  }

  /** A vector of weights. */
  public String tensor(String name, float[] values) throws IOException {
    return tensor(name, ElementType.FLOAT, List.of(values.length), sink -> sink.put(values));
  }

  /** A tensor of weights; returns its name, which must be unique. */
  public String tensor(String name, ElementType type, List<Integer> shape, Content content)
      throws IOException {
    if (!names.add(name)) {
      throw new IllegalArgumentException(name + " is there already");
    }
    long size = type.size;
    Message tensor = new Message();
    for (int dimension : shape) {
      size *= dimension;
      tensor.put(OnnxProto.Tensor.DIMS, dimension);
    }
    tensor.put(OnnxProto.Tensor.DATA_TYPE, type.code).put(OnnxProto.Tensor.NAME, name);
    if (size <= SMALL) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      NumberSink sink = new NumberSink(bytes);
      content.write(sink);
      sink.flush();
      tensor.put(OnnxProto.Tensor.RAW_DATA, bytes.toByteArray());
    } else {
      numbers.align(PAGE);
      long offset = numbers.position();
      content.write(numbers);
      if (numbers.position() - offset != size) {
        throw new IllegalStateException(name + " has not the numbers that its shape needs");
      }
      tensor
          .put(OnnxProto.Tensor.EXTERNAL_DATA, entry("location", data.getFileName().toString()))
          .put(OnnxProto.Tensor.EXTERNAL_DATA, entry("offset", Long.toString(offset)))
          .put(OnnxProto.Tensor.EXTERNAL_DATA, entry("length", Long.toString(size)))
          .put(OnnxProto.Tensor.DATA_LOCATION, OnnxProto.Tensor.EXTERNAL);
    }
    tensors.add(tensor);
    return name;
  }

  private static Message entry(String key, String value) {
    return new Message()
        .put(OnnxProto.StringStringEntry.KEY, key)
        .put(OnnxProto.StringStringEntry.VALUE, value);
  }

  /** Writes the graph and the rest of the numbers. */
  public void write() throws IOException {
    numbers.flush();
    Message graph = new Message();
    nodes.all().forEach(node -> graph.put(OnnxProto.Graph.NODE, node));
    graph.put(OnnxProto.Graph.NAME, name);
    tensors.forEach(tensor -> graph.put(OnnxProto.Graph.INITIALIZER, tensor));
    inputs.forEach(input -> graph.put(OnnxProto.Graph.INPUT, input));
    outputs.forEach(output -> graph.put(OnnxProto.Graph.OUTPUT, output));
    Message onnx = new Message().put(OnnxProto.OperatorSetId.VERSION, OPSET);
    Message microsoft =
        new Message()
            .put(OnnxProto.OperatorSetId.DOMAIN, MICROSOFT)
            .put(OnnxProto.OperatorSetId.VERSION, 1);
    Message model =
        new Message()
            .put(OnnxProto.Model.IR_VERSION, IR_VERSION)
            .put(OnnxProto.Model.GRAPH, graph)
            .put(OnnxProto.Model.OPSET_IMPORT, onnx)
            .put(OnnxProto.Model.OPSET_IMPORT, microsoft);
    Files.write(file, model.bytes(), StandardOpenOption.CREATE_NEW);
  }

  @Override
  public void close() throws IOException {
    dataOut.close();
  }
}
