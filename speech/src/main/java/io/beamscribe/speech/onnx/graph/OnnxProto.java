// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

/** The fields of {@code onnx.proto} that are needed here, by the names of their messages. */
final class OnnxProto {
  private OnnxProto() {}

  static final class Model {
    static final int IR_VERSION = 1;
    static final int GRAPH = 7;
    static final int OPSET_IMPORT = 8;

    private Model() {}
  }

  static final class OperatorSetId {
    static final int DOMAIN = 1;
    static final int VERSION = 2;

    private OperatorSetId() {}
  }

  static final class Graph {
    static final int NODE = 1;
    static final int NAME = 2;
    static final int INITIALIZER = 5;
    static final int INPUT = 11;
    static final int OUTPUT = 12;

    private Graph() {}
  }

  static final class Node {
    static final int INPUT = 1;
    static final int OUTPUT = 2;
    static final int NAME = 3;
    static final int OP_TYPE = 4;
    static final int ATTRIBUTE = 5;
    static final int DOMAIN = 7;

    private Node() {}
  }

  static final class Attribute {
    static final int NAME = 1;
    static final int F = 2;
    static final int I = 3;
    static final int S = 4;
    static final int INTS = 8;
    static final int TYPE = 20;

    /** Values of {@link #TYPE}. */
    static final int FLOAT = 1;

    static final int INT = 2;
    static final int STRING = 3;
    static final int INTEGERS = 7;

    private Attribute() {}
  }

  static final class Tensor {
    static final int DIMS = 1;
    static final int DATA_TYPE = 2;
    static final int NAME = 8;
    static final int RAW_DATA = 9;
    static final int EXTERNAL_DATA = 13;
    static final int DATA_LOCATION = 14;

    /** The value of {@link #DATA_LOCATION} for a file beside the graph. */
    static final int EXTERNAL = 1;

    private Tensor() {}
  }

  static final class StringStringEntry {
    static final int KEY = 1;
    static final int VALUE = 2;

    private StringStringEntry() {}
  }

  static final class ValueInfo {
    static final int NAME = 1;
    static final int TYPE = 2;

    private ValueInfo() {}
  }

  static final class Type {
    static final int TENSOR_TYPE = 1;

    private Type() {}
  }

  static final class TypeTensor {
    static final int ELEM_TYPE = 1;
    static final int SHAPE = 2;

    private TypeTensor() {}
  }

  static final class TensorShape {
    static final int DIM = 1;

    private TensorShape() {}
  }

  static final class Dimension {
    static final int DIM_VALUE = 1;
    static final int DIM_PARAM = 2;

    private Dimension() {}
  }
}
