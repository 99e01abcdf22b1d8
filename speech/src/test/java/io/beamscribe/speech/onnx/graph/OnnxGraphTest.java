// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs that ONNX Runtime reads and runs. */
class OnnxGraphTest {
  @TempDir Path folder;

  /** Two thousand numbers, each one more, times three: a tensor in the graph and one beside it. */
  @Test
  void runsWithNumbersInTheGraphAndBesideIt() throws Exception {
    Path file = folder.resolve("small.onnx");
    try (OnnxGraph graph = new OnnxGraph(file, "test")) {
      graph.input("x", ElementType.FLOAT, "N", 2000);
      float[] ones = new float[2000];
      Arrays.fill(ones, 1);
      graph.tensor("padding", new float[300]);
      String sum = graph.node("Add", "x", graph.tensor("ones", ones)).out();
      graph.node("Mul", sum, graph.constant(3f)).out("y");
      graph.output("y", ElementType.FLOAT, "N", 2000);
      assertThat(graph.constant(3f)).isEqualTo(graph.constant(3f));
      graph.write();
    }
    assertThat(folder.resolve("small.data")).hasSize(4096 + 4 * 2000);
    assertThat(Files.size(file)).isLessThan(1000);

    float[] x = new float[4000];
    x[3999] = 7;
    try (Session session = new Session(file)) {
      float[] y = session.run(Map.of("x", Session.Numbers.of(x, 2, 2000))).get("y").floats();
      assertThat(y).hasSize(4000);
      assertThat(y[0]).isEqualTo(3);
      assertThat(y[3999]).isEqualTo(24);
    }
  }

  @Test
  void sameCallsWriteTheSameBytes() throws Exception {
    for (String name : List.of("a", "b")) {
      Path file = Files.createDirectory(folder.resolve(name)).resolve("g.onnx");
      try (OnnxGraph graph = new OnnxGraph(file, "test")) {
        graph.input("x", ElementType.FLOAT, 500);
        graph.node("Add", "x", graph.tensor("numbers", new float[500])).out("y");
        graph.output("y", ElementType.FLOAT, 500);
        graph.write();
      }
    }
    assertThat(folder.resolve("a/g.onnx")).hasSameBinaryContentAs(folder.resolve("b/g.onnx"));
    assertThat(folder.resolve("a/g.data")).hasSameBinaryContentAs(folder.resolve("b/g.data"));
  }

  @Test
  void slipsAreNoticed() throws Exception {
    try (OnnxGraph graph = new OnnxGraph(folder.resolve("g.onnx"), "test")) {
      graph.tensor("a", new float[1]);
      assertThatThrownBy(() -> graph.tensor("a", new float[1])).hasMessage("a is there already");
      assertThatThrownBy(
              () -> graph.tensor("b", ElementType.INT8, List.of(2000), to -> to.put((byte) 1)))
          .hasMessage("b has not the numbers that its shape needs");
    }
  }
}
