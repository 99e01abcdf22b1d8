// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.Spectra;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Samples to the logarithms of 80 mel bins, as Kaldi's {@code compute-fbank-feats} with its
 * defaults and no dither: frames of 25 ms every 10 ms, without their mean, with pre-emphasis of
 * 0.97, under a Povey window, power spectrum of 512 points, triangles on the mel scale {@code 1127
 * ln(1 + f/700)} from 20 to 8000 Hz. All up to the spectrum is linear, so it is one convolution.
 */
final class FilterBankGraph {
  private static final int FRAME = 400;
  private static final int HOP = 160;
  private static final int POINTS = 512;
  private static final int BINS = POINTS / 2 + 1;
  private static final int MELS = 80;
  private static final double RATE = 16_000;
  private static final double EMPHASIS = .97;

  /** The least power that has a logarithm: C's FLT_EPSILON. */
  private static final float LEAST = 1.1920929e-7f;

  private FilterBankGraph() {}

  /** Writes it: from "samples", a row of them between -1 and 1, to "features", frames by bins. */
  static void write(Path file) throws IOException {
    try (OnnxGraph graph = new OnnxGraph(file, "filter bank")) {
      graph.input("samples", ElementType.FLOAT, "samples");
      String batch = graph.node("Unsqueeze", "samples", graph.whole(0, 1)).out();
      String complex =
          graph
              .node("Conv", batch, spectrum(graph))
              .withAll("kernel_shape", FRAME)
              .withAll("strides", HOP)
              .out();
      String power = Spectra.power(graph, complex);
      String frames = graph.node("Squeeze", power, graph.whole(0)).out();
      String mel =
          graph
              .node(
                  "MatMul",
                  graph.node("Transpose", frames).withAll("perm", 1, 0).out(),
                  mels(graph))
              .out();
      String positive = graph.node("Max", mel, graph.constant(LEAST)).out();
      graph.node("Log", positive).out("features");
      graph.output("features", ElementType.FLOAT, "frames", MELS);
      graph.write();
    }
  }

  /** What the frame's samples weigh in the real parts of the spectrum, then in the imaginary. */
  private static String spectrum(OnnxGraph graph) throws IOException {
    return graph.tensor(
        "spectrum",
        ElementType.FLOAT,
        List.of(2 * BINS, 1, FRAME),
        numbers -> {
          for (int row = 0; row < 2 * BINS; row++) {
            for (double weight : weights(row)) {
              numbers.put((float) weight);
            }
          }
        });
  }

  private static double[] weights(int row) {
    double[] windowed = new double[FRAME];
    for (int i = 0; i < FRAME; i++) {
      double hann = .5 - .5 * StrictMath.cos(2 * Math.PI * i / (FRAME - 1));
      double angle = 2 * Math.PI * (row % BINS * i % POINTS) / POINTS;
      double wave = row < BINS ? StrictMath.cos(angle) : -StrictMath.sin(angle);
      windowed[i] = wave * StrictMath.pow(hann, .85);
    }
    double[] emphasised = new double[FRAME];
    double mean = 0;
    for (int i = 0; i < FRAME; i++) {
      // each sample stands for itself and, less 0.97, in its successor; the first in itself
      double next = i + 1 < FRAME ? windowed[i + 1] : 0;
      emphasised[i] = windowed[i] - EMPHASIS * (i == 0 ? windowed[0] + next : next);
      mean += emphasised[i] / FRAME;
    }
    for (int i = 0; i < FRAME; i++) {
      emphasised[i] -= mean;
    }
    return emphasised;
  }

  private static String mels(OnnxGraph graph) throws IOException {
    double low = mel(20);
    double step = (mel(RATE / 2) - low) / (MELS + 1);
    return graph.tensor(
        "mels",
        ElementType.FLOAT,
        List.of(BINS, MELS),
        numbers -> {
          for (int bin = 0; bin < BINS; bin++) {
            double at = (mel(bin * RATE / POINTS) - low) / step;
            for (int mel = 0; mel < MELS; mel++) {
              boolean used = bin < BINS - 1; // Kaldi leaves out the highest
              numbers.put(used ? (float) Math.max(0, 1 - Math.abs(at - mel - 1)) : 0);
            }
          }
        });
  }

  private static double mel(double hertz) {
    return 1127 * StrictMath.log(1 + hertz / 700);
  }
}
