// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.torch.Tensor;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The network of pyannote's segmentation 3.0: learned band-pass filters (SincNet), two
 * convolutions, four two-way LSTMs, two layers, and the logarithms of the probabilities of seven
 * sets of speakers.
 */
final class SegmentationGraph {
  private static final int CELLS = 128;
  private static final int LSTMS = 4;
  private static final double RATE = 16_000;
  private static final double LOWEST = 50;

  private final OnnxGraph graph;
  private final Weights weights;

  private SegmentationGraph(OnnxGraph graph, Map<String, Tensor> tensors) {
    this.graph = graph;
    this.weights = new Weights(tensors, graph);
  }

  /**
   * Writes it: from "waves", batch by 1 by samples between -1 and 1, to "logarithms", batch by
   * frames by 7.
   */
  static void write(Map<String, Tensor> tensors, Path file) throws IOException, ModelException {
    try (OnnxGraph graph = new OnnxGraph(file, "segmentation")) {
      new SegmentationGraph(graph, tensors).build();
      graph.write();
    }
  }

  private void build() throws IOException, ModelException {
    graph.input("waves", ElementType.FLOAT, "batch", 1, "samples");
    String x = normalized("waves", "sincnet.wav_norm1d");
    for (int i = 0; i < 3; i++) {
      x = i == 0 ? filtered(x) : convolved(x, "sincnet.conv1d." + i);
      x = graph.node("MaxPool", x).withAll("kernel_shape", 3).withAll("strides", 3).out();
      x = leaky(normalized(x, "sincnet.norm1d." + i));
    }
    x = graph.node("Transpose", x).withAll("perm", 2, 0, 1).out();
    for (int i = 0; i < LSTMS; i++) {
      x = lstm(x, i);
    }
    x = leaky(layer(leaky(layer(x, "linear.0")), "linear.1"));
    x = graph.node("LogSoftmax", layer(x, "classifier")).with("axis", -1).out();
    graph.node("Transpose", x).withAll("perm", 1, 0, 2).out("logarithms");
    graph.output("logarithms", ElementType.FLOAT, "batch", "frames", 7);
  }

  private String normalized(String x, String name) throws IOException, ModelException {
    return graph
        .node(
            "InstanceNormalization", x, weights.put(name + ".weight"), weights.put(name + ".bias"))
        .with("epsilon", 1e-5f)
        .out();
  }

  private String leaky(String x) {
    return graph.node("LeakyRelu", x).with("alpha", .01f).out();
  }

  private String convolved(String x, String name) throws IOException, ModelException {
    return graph.node("Conv", x, weights.put(name + ".weight"), weights.put(name + ".bias")).out();
  }

  private String layer(String x, String name) throws IOException, ModelException {
    String product = graph.node("MatMul", x, weights.transposed(name + ".weight")).out();
    return graph.node("Add", product, weights.put(name + ".bias")).out();
  }

  private String filtered(String x) throws IOException, ModelException {
    String bands =
        graph.node("Conv", x, sinc("sincnet.conv1d.0.filterbank")).withAll("strides", 10).out();
    return graph.node("Abs", bands).out();
  }

  /**
   * The filters as {@code asteroid_filterbanks.ParamSincFB} makes them of their edges: all even
   * ones, then all odd ones.
   */
  private String sinc(String name) throws IOException, ModelException {
    float[] low = weights.get(name + ".low_hz_").values();
    float[] wide = weights.get(name + ".band_hz_").values();
    float[] time = weights.get(name + ".n_").values(); // negative: the half before the middle
    float[] window = weights.get(name + ".window_").values();
    int half = time.length;
    int length = 2 * half + 1;
    float[] filters = new float[2 * low.length * length];
    for (int i = 0; i < low.length; i++) {
      double from = LOWEST + Math.abs(low[i]);
      double to = Math.max(LOWEST, Math.min(RATE / 2, from + LOWEST + Math.abs(wide[i])));
      double band = to - from;
      int even = i * length;
      int odd = (low.length + i) * length;
      for (int j = 0; j < half; j++) {
        double weight = window[j] / (time[j] / 2) / (2 * band);
        float cosine =
            (float) ((StrictMath.sin(to * time[j]) - StrictMath.sin(from * time[j])) * weight);
        float sine =
            (float) ((StrictMath.cos(from * time[j]) - StrictMath.cos(to * time[j])) * weight);
        filters[even + j] = cosine;
        filters[even + length - 1 - j] = cosine;
        filters[odd + j] = sine;
        filters[odd + length - 1 - j] = -sine;
      }
      filters[even + half] = 1;
    }
    return weights.put(name, List.of(2 * low.length, 1, length), filters);
  }

  private String lstm(String x, int layer) throws IOException, ModelException {
    String name = "lstm.%s_l" + layer;
    String y =
        graph
            .node(
                "LSTM",
                x,
                bothWays(name.formatted("weight_ih")),
                bothWays(name.formatted("weight_hh")),
                biases(layer))
            .with("hidden_size", CELLS)
            .with("direction", "bidirectional")
            .out();
    String frames = graph.node("Transpose", y).withAll("perm", 0, 2, 1, 3).out();
    return graph.node("Reshape", frames, graph.whole(0, 0, -1)).out();
  }

  private String bothWays(String name) throws IOException, ModelException {
    Tensor there = weights.get(name);
    float[] forward = inOrder(there.values());
    float[] backward = inOrder(weights.get(name + "_reverse").values());
    return weights.put(name, List.of(2, there.size(0), there.size(1)), joined(forward, backward));
  }

  private String biases(int layer) throws IOException, ModelException {
    float[] all = new float[0];
    for (String way : List.of("", "_reverse")) {
      for (String kind : List.of("ih", "hh")) {
        all = joined(all, inOrder(weights.get("lstm.bias_" + kind + "_l" + layer + way).values()));
      }
    }
    return weights.put("lstm.bias_l" + layer, List.of(2, all.length / 2), all);
  }

  /**
   * PyTorch has the gates in the order input, forget, cell, output; ONNX input, output, forget,
   * cell.
   */
  private static float[] inOrder(float[] gates) {
    int each = gates.length / 4;
    float[] ordered = new float[gates.length];
    int[] from = {0, 3, 1, 2};
    for (int i = 0; i < 4; i++) {
      System.arraycopy(gates, from[i] * each, ordered, i * each, each);
    }
    return ordered;
  }

  private static float[] joined(float[] one, float[] other) {
    float[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
