// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.Spectra;
import java.io.IOException;
import java.util.List;

/**
 * From samples between -1 and 1 to the input spectrum of Whisper, computed like OpenAI's {@code
 * log_mel_spectrogram}, with the Fourier transform as a convolution.
 */
final class SpectrumGraph {
  static final int HOP = 160;
  private static final int WINDOW = 400;
  private static final int BINS = WINDOW / 2 + 1;
  private static final double HERTZ_PER_BIN = 40;

  /** Of 27 steps of the mel scale above 1000 Hz. */
  private static final double LOG_STEP = StrictMath.log(6.4);

  private final OnnxGraph graph;

  SpectrumGraph(OnnxGraph graph) {
    this.graph = graph;
  }

  /**
   * Adds the spectrum to a graph.
   *
   * @param audio a row of samples, a multiple of {@link #HOP}
   * @return the output "mel", of one batch, the bins, and a frame a hop
   */
  String mel(String audio, int frames, int melBins) throws IOException {
    String edge = graph.whole(WINDOW / 2, WINDOW / 2);
    String padded = graph.node("Pad", audio, edge).with("mode", "reflect").out();
    String batch = graph.node("Unsqueeze", padded, graph.whole(0, 1)).out();
    String complex =
        graph
            .node("Conv", batch, fourier())
            .withAll("kernel_shape", WINDOW)
            .withAll("strides", HOP)
            .out();
    // the last frame begins behind the audio and is left out
    String inside =
        graph.node("Slice", complex, graph.whole(0), graph.whole(frames), graph.whole(2)).out();
    String power = Spectra.power(graph, inside);
    String mel = graph.node("MatMul", filters(melBins), power).out();
    return inRange(mel);
  }

  /** The logarithm to the base of ten, at most eight below its largest, brought near to zero. */
  private String inRange(String mel) throws IOException {
    String positive = graph.node("Max", mel, graph.constant(1e-10f)).out();
    String log =
        graph
            .node(
                "Mul",
                graph.node("Log", positive).out(),
                graph.constant((float) (1 / StrictMath.log(10))))
            .out();
    String top = graph.node("ReduceMax", log).with("keepdims", 0).out();
    String floor = graph.node("Sub", top, graph.constant(8f)).out();
    String high = graph.node("Add", graph.node("Max", log, floor).out(), graph.constant(4f)).out();
    return graph.node("Mul", high, graph.constant(.25f)).out("mel");
  }

  /** The parts of the transform under a Hann window: all real ones, then all imaginary ones. */
  private String fourier() throws IOException {
    return graph.tensor(
        "fourier",
        ElementType.FLOAT,
        List.of(2 * BINS, 1, WINDOW),
        numbers -> {
          for (int row = 0; row < 2 * BINS; row++) {
            for (int i = 0; i < WINDOW; i++) {
              double hann = .5 - .5 * StrictMath.cos(2 * Math.PI * i / WINDOW);
              double angle = 2 * Math.PI * (row % BINS * i % WINDOW) / WINDOW;
              double wave = row < BINS ? StrictMath.cos(angle) : -StrictMath.sin(angle);
              numbers.put((float) (wave * hann));
            }
          }
        });
  }

  /** Triangles on Slaney's mel scale, each of area one: {@code librosa.filters.mel}. */
  private String filters(int melBins) throws IOException {
    double[] edges = new double[melBins + 2];
    double top = mel(HERTZ_PER_BIN * (BINS - 1));
    for (int i = 0; i <= melBins; i++) {
      edges[i] = hertz(i * (top / (melBins + 1)));
    }
    edges[melBins + 1] = hertz(top);
    return graph.tensor(
        "mel_filters",
        ElementType.FLOAT,
        List.of(melBins, BINS),
        numbers -> {
          for (int mel = 0; mel < melBins; mel++) {
            for (int bin = 0; bin < BINS; bin++) {
              double hertz = bin * HERTZ_PER_BIN;
              double rise = (hertz - edges[mel]) / (edges[mel + 1] - edges[mel]);
              double fall = (edges[mel + 2] - hertz) / (edges[mel + 2] - edges[mel + 1]);
              double height = 2 / (edges[mel + 2] - edges[mel]);
              numbers.put((float) (Math.max(0, Math.min(rise, fall)) * height));
            }
          }
        });
  }

  /** Linear up to 1000 Hz, logarithmic above. */
  private static double mel(double hertz) {
    return hertz < 1000 ? hertz * 3 / 200 : 15 + StrictMath.log(hertz / 1000) * 27 / LOG_STEP;
  }

  private static double hertz(double mel) {
    return mel < 15 ? mel * 200 / 3 : 1000 * StrictMath.exp((mel - 15) * LOG_STEP / 27);
  }
}
