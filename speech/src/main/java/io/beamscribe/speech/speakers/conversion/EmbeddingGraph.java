// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.torch.Tensor;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.OnnxNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The network of CAM++ (Wang et al., 2023, "CAM++: A Fast and Efficient Network for Speaker
 * Verification Using Context-Aware Masking"), as 3D-Speaker publishes it: convolutions over time
 * and frequency, three blocks of densely connected layers over time, each masked by its context of
 * one second and of all, mean and deviation over time, and 192 numbers of a voice.
 */
final class EmbeddingGraph {
  /** Frames of the nearer context. */
  private static final int CONTEXT = 100;

  /** Layers of each block, and how far apart the frames are that each looks at. */
  private static final int[][] BLOCKS = {{12, 1}, {24, 2}, {16, 2}};

  private final OnnxGraph graph;
  private final Weights weights;

  private EmbeddingGraph(OnnxGraph graph, Map<String, Tensor> tensors) {
    this.graph = graph;
    this.weights = new Weights(tensors, graph);
  }

  /**
   * Writes it: from "features", batch by frames by 80, of which the mean over time was taken, to
   * "voices", batch by 192, of any length.
   */
  static void write(Map<String, Tensor> tensors, Path file) throws IOException, ModelException {
    try (OnnxGraph graph = new OnnxGraph(file, "embedding")) {
      new EmbeddingGraph(graph, tensors).build();
      graph.write();
    }
  }

  private void build() throws IOException, ModelException {
    graph.input("features", ElementType.FLOAT, "batch", "frames", 80);
    String bins = graph.node("Transpose", "features").withAll("perm", 0, 2, 1).out();
    String x = spectrogram(graph.node("Unsqueeze", bins, graph.whole(1)).out());
    x = graph.node("Reshape", x, graph.whole(0, 320, -1)).out();
    x = conv(x, "xvector.tdnn.linear").withAll("strides", 2).withAll("pads", 2, 2).out();
    x = relu(norm(x, "xvector.tdnn.nonlinear.batchnorm"));
    for (int block = 1; block <= BLOCKS.length; block++) {
      for (int layer = 1; layer <= BLOCKS[block - 1][0]; layer++) {
        String name = "xvector.block" + block + ".tdnnd" + layer;
        String added = layer(x, name, BLOCKS[block - 1][1]);
        x = graph.node("Concat", x, added).with("axis", 1).out();
      }
      String name = "xvector.transit" + block;
      x = conv(relu(norm(x, name + ".nonlinear.batchnorm")), name + ".linear").out();
    }
    String statistics = statistics(relu(norm(x, "xvector.out_nonlinear.batchnorm")));
    String voice = conv(statistics, "xvector.dense.linear").out();
    voice = norm(voice, "xvector.dense.nonlinear.batchnorm");
    graph.node("Squeeze", voice, graph.whole(2)).out("voices");
    graph.output("voices", ElementType.FLOAT, "batch", 192);
  }

  private String spectrogram(String image) throws IOException, ModelException {
    String x = relu(norm(conv(image, "head.conv1").withAll("pads", 1, 1, 1, 1).out(), "head.bn1"));
    for (String layer : List.of("head.layer1.", "head.layer2.")) {
      x = residual(residual(x, layer + 0, 2), layer + 1, 1);
    }
    x = conv(x, "head.conv2").withAll("pads", 1, 1, 1, 1).withAll("strides", 2, 1).out();
    return relu(norm(x, "head.bn2"));
  }

  private String residual(String x, String name, int stride) throws IOException, ModelException {
    String y =
        conv(x, name + ".conv1").withAll("pads", 1, 1, 1, 1).withAll("strides", stride, 1).out();
    y = relu(norm(y, name + ".bn1"));
    y = norm(conv(y, name + ".conv2").withAll("pads", 1, 1, 1, 1).out(), name + ".bn2");
    String shortcut = x;
    if (weights.has(name + ".shortcut.0.weight")) {
      shortcut = conv(x, name + ".shortcut.0").withAll("strides", stride, 1).out();
      shortcut = norm(shortcut, name + ".shortcut.1");
    }
    return relu(graph.node("Add", y, shortcut).out());
  }

  private String layer(String x, String name, int dilation) throws IOException, ModelException {
    String y = conv(relu(norm(x, name + ".nonlinear1.batchnorm")), name + ".linear1").out();
    y = relu(norm(y, name + ".nonlinear2.batchnorm"));
    String cam = name + ".cam_layer";
    String local =
        conv(y, cam + ".linear_local")
            .withAll("pads", dilation, dilation)
            .withAll("dilations", dilation)
            .out();
    String context = relu(conv(context(y), cam + ".linear1").out());
    String mask = graph.node("Sigmoid", conv(context, cam + ".linear2").out()).out();
    return graph.node("Mul", local, mask).out();
  }

  /** The mean of all frames, and of the hundred that a frame is among. */
  private String context(String y) throws IOException {
    String all = graph.node("ReduceMean", y, graph.whole(2)).with("keepdims", 1).out();
    String near =
        graph
            .node("AveragePool", y)
            .withAll("kernel_shape", CONTEXT)
            .withAll("strides", CONTEXT)
            .with("ceil_mode", 1)
            .out();
    near = graph.node("Unsqueeze", near, graph.whole(3)).out();
    near = graph.node("Expand", near, graph.whole(1, 1, 1, CONTEXT)).out();
    near = graph.node("Reshape", near, graph.whole(0, 0, -1)).out();
    String frames = graph.node("Shape", y).with("start", 2).with("end", 3).out();
    near = graph.node("Slice", near, graph.whole(0), frames, graph.whole(2)).out();
    return graph.node("Add", all, near).out();
  }

  /** Mean and deviation of a sample over time. */
  private String statistics(String x) throws IOException {
    String mean = graph.node("ReduceMean", x, graph.whole(2)).with("keepdims", 1).out();
    String off = graph.node("Sub", x, mean).out();
    String squares =
        graph
            .node("ReduceSum", graph.node("Mul", off, off).out(), graph.whole(2))
            .with("keepdims", 1)
            .out();
    String frames = graph.node("Shape", x).with("start", 2).with("end", 3).out();
    String count = graph.node("Cast", frames).with("to", ElementType.FLOAT.code).out();
    String free = graph.node("Sub", count, graph.constant(1f)).out();
    String deviation = graph.node("Sqrt", graph.node("Div", squares, free).out()).out();
    return graph.node("Concat", mean, deviation).with("axis", 1).out();
  }

  private OnnxNode conv(String x, String name) throws IOException, ModelException {
    String kernel = weights.put(name + ".weight");
    return weights.has(name + ".bias")
        ? graph.node("Conv", x, kernel, weights.put(name + ".bias"))
        : graph.node("Conv", x, kernel);
  }

  private String norm(String x, String name) throws IOException, ModelException {
    int channels = weights.get(name + ".running_mean").size(0);
    return graph
        .node(
            "BatchNormalization",
            x,
            orElse(name + ".weight", channels, 1),
            orElse(name + ".bias", channels, 0),
            weights.put(name + ".running_mean"),
            weights.put(name + ".running_var"))
        .with("epsilon", 1e-5f)
        .out();
  }

  private String orElse(String name, int channels, float value) throws IOException, ModelException {
    if (weights.has(name)) {
      return weights.put(name);
    }
    float[] same = new float[channels];
    Arrays.fill(same, value);
    return weights.put(name, List.of(channels), same);
  }

  private String relu(String x) {
    return graph.node("Relu", x).out();
  }
}
