// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.OnnxWeights;
import io.beamscribe.speech.onnx.graph.Spectra;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Silero VAD for a sequence of windows, with the windows as rows of matrices. The published graph
 * has a convolution over the four frames of each window; as a product of all windows at once it is
 * several times faster, and leaves out what is multiplied by the zeros at the edges.
 *
 * <pre>
 * in   input         [windows, 576]   samples between -1 and 1, 64 of them of the window before
 *      h, c          [1, 1, 128]      the state before
 * out  speech_probs  [windows]
 *      hn, cn        [1, 1, 128]      the state after
 * </pre>
 */
final class DetectorGraph {
  private static final int INPUT = 576;

  /** Samples of a frame, and from one to the next. */
  private static final int FRAME = 256;

  private static final int HOP = 128;
  private static final int FRAMES = 4;
  private static final int BINS = 129;

  /** Outputs of the first and the last convolution, and cells of the memory. */
  private static final int WIDE = 128;

  /** Outputs of the two convolutions between them. */
  private static final int NARROW = 64;

  /** Frames that a convolution sees. */
  private static final int KERNEL = 3;

  private final OnnxGraph graph;
  private final OnnxWeights weights;

  private DetectorGraph(OnnxGraph graph, OnnxWeights weights) {
    this.graph = graph;
    this.weights = weights;
  }

  static void write(OnnxWeights weights, Path file) throws IOException, ModelException {
    try (OnnxGraph graph = new OnnxGraph(file, "detector")) {
      new DetectorGraph(graph, weights).build();
      graph.write();
    }
  }

  private void build() throws IOException, ModelException {
    graph.input("input", ElementType.FLOAT, "windows", INPUT);
    graph.input("h", ElementType.FLOAT, 1, 1, WIDE);
    graph.input("c", ElementType.FLOAT, 1, 1, WIDE);
    String x = first(spectrum());
    x = second(x);
    x = layer(x, "encoder.2", NARROW, NARROW, 1, 2);
    x = layer(x, "encoder.3", NARROW, WIDE, 1, 1);
    x = memory(reshape(x, -1, 1, WIDE));
    String score = graph.node("MatMul", x, stored("output.weight", WIDE, 1)).out();
    String sum = graph.node("Add", score, graph.constant(weights("output.bias", 1)[0])).out();
    graph.node("Reshape", graph.node("Sigmoid", sum).out(), graph.whole(-1)).out("speech_probs");
    graph.output("speech_probs", ElementType.FLOAT, "windows");
    graph.output("hn", ElementType.FLOAT, 1, 1, WIDE);
    graph.output("cn", ElementType.FLOAT, 1, 1, WIDE);
  }

  /** How loud each bin is in each frame: {@code [windows * frames, bins]}. */
  private String spectrum() throws IOException, ModelException {
    String padded =
        graph.node("Pad", "input", graph.whole(0, 0, 0, HOP / 2)).with("mode", "reflect").out();
    List<String> frames = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      frames.add(slice(padded, frame * HOP, frame * HOP + FRAME));
    }
    String rows = reshape(together(frames), -1, FRAME);
    float[] basis = weights("stft.forward_basis_buffer", 2 * BINS * FRAME);
    String wave = product(rows, "stft", basis, 2 * BINS, FRAME, 1, 0, 1);
    return graph.node("Sqrt", Spectra.power(graph, wave)).out();
  }

  /** Each frame with its neighbours: {@code [windows, frames * outputs]}. */
  private String first(String spectrum) throws IOException, ModelException {
    String row = reshape(spectrum, -1, FRAMES * BINS);
    String padded = graph.node("Pad", row, graph.whole(0, BINS, 0, BINS)).out();
    List<String> neighbours = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      neighbours.add(slice(padded, frame * BINS, (frame + KERNEL) * BINS));
    }
    String rows = reshape(together(neighbours), -1, KERNEL * BINS);
    return reshape(layer(rows, "encoder.0", BINS, WIDE, 0, KERNEL), -1, FRAMES * WIDE);
  }

  /** Around the first and the third frame. */
  private String second(String x) throws IOException, ModelException {
    String before = layer(slice(x, 0, 2 * WIDE), "encoder.1", WIDE, NARROW, 1, 2);
    String after = layer(slice(x, WIDE, FRAMES * WIDE), "encoder.1", WIDE, NARROW, 0, KERNEL);
    return together(List.of(before, after));
  }

  private String memory(String x) throws IOException, ModelException {
    int gates = 4 * WIDE;
    List<String> outs =
        graph
            .node(
                "LSTM",
                x,
                stored("onnx::LSTM_209", 1, gates, WIDE),
                stored("onnx::LSTM_210", 1, gates, WIDE),
                stored("onnx::LSTM_211", 1, 2 * gates),
                "",
                "h",
                "c")
            .with("hidden_size", WIDE)
            .outs("all", "hn", "cn");
    return graph.node("Relu", reshape(outs.get(0), -1, WIDE)).out();
  }

  /**
   * A convolution at the edge, for which some places of the kernel see zeros only and are left out,
   * followed by ReLU.
   *
   * @param x {@code [rows, places * inputs]}
   * @param from the first of these places
   */
  private String layer(String x, String name, int inputs, int outputs, int from, int places)
      throws IOException, ModelException {
    float[] kernel = weights(name + ".weight", outputs * inputs * KERNEL);
    String product = product(x, name, kernel, outputs, inputs, KERNEL, from, places);
    float[] bias = weights(name + ".bias", outputs);
    String shift = graph.tensor(graph.fresh(name + "/bias"), bias);
    return graph.node("Relu", graph.node("Add", product, shift).out()).out();
  }

  /**
   * @param kernel {@code [outputs, inputs, length]}
   */
  private String product(
      String x,
      String name,
      float[] kernel,
      int outputs,
      int inputs,
      int length,
      int from,
      int places)
      throws IOException {
    String matrix =
        graph.tensor(
            graph.fresh(name),
            ElementType.FLOAT,
            List.of(places * inputs, outputs),
            numbers -> {
              for (int place = from; place < from + places; place++) {
                for (int input = 0; input < inputs; input++) {
                  for (int output = 0; output < outputs; output++) {
                    numbers.put(kernel[(output * inputs + input) * length + place]);
                  }
                }
              }
            });
    return graph.node("MatMul", x, matrix).out();
  }

  private float[] weights(String name, int size) throws ModelException {
    return weights
        .of(name)
        .filter(found -> found.length == size)
        .orElseThrow(
            () ->
                new ModelException(
                    "This is not the speech detector: " + name + " is not as it should be"));
  }

  private String stored(String name, Integer... shape) throws IOException, ModelException {
    int size = 1;
    for (int each : shape) {
      size *= each;
    }
    float[] values = weights(name, size);
    return graph.tensor(name, ElementType.FLOAT, List.of(shape), numbers -> numbers.put(values));
  }

  private String slice(String x, int from, int to) throws IOException {
    return graph.node("Slice", x, graph.whole(from), graph.whole(to), graph.whole(1)).out();
  }

  private String together(List<String> parts) {
    return graph.node("Concat", parts.toArray(new String[0])).with("axis", 1).out();
  }

  private String reshape(String x, long... shape) throws IOException {
    return graph.node("Reshape", x, graph.whole(shape)).out();
  }
}
