// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * In eight bits, head by head, so that the scores of one head stay near the processor. Keys and
 * values have a scale for each channel; that of the keys goes into the queries, which have one
 * scale for a head, and shares of attention have one for each row. What is the same for all keys
 * changes no share: so keys have no bias here, and their mean is taken away, which leaves more of
 * the eight bits for what differs.
 */
public final class Int8SelfAttention implements SelfAttention {
  private final OnnxGraph graph;
  private final EightBits eight;
  private final int heads;
  private final int each;
  private final int width;

  Int8SelfAttention(OnnxGraph graph, WhisperDimensions size) {
    this.graph = graph;
    this.eight = new EightBits(graph);
    this.width = size.width();
    this.heads = size.encoderHeads();
    this.each = width / heads;
  }

  @Override
  public String attend(String queries, String keys, String values, String name, float[] bias)
      throws IOException {
    String mean = graph.node("ReduceMean", keys, graph.whole(0)).with("keepdims", 1).out();
    String centred = graph.node("Sub", keys, mean).out();
    String keyScale = eight.largest(centred, 0);
    String keyBits = eight.bits(centred, keyScale);
    List<String> keyHeads = split(graph.node("Transpose", keyBits).withAll("perm", 1, 0).out(), 0);

    String queryBias = graph.tensor(name + "/query/bias", Arrays.copyOf(bias, width));
    String biased = graph.node("Add", queries, queryBias).out();
    String scaled = graph.node("Mul", biased, keyScale).out();
    String rows = graph.node("Reshape", scaled, graph.whole(-1, heads, each)).out();
    String queryScale = eight.largest(rows, 0, 2);
    List<String> queryHeads = split(eight.bits(rows, queryScale), 1);
    String stretch = graph.constant((float) (EightBits.STEP / Math.sqrt(each)));
    List<String> queryScales =
        split(
            graph
                .node("Reshape", graph.node("Mul", queryScale, stretch).out(), graph.whole(heads))
                .out(),
            0);

    String valueScale = eight.largest(values, 0);
    List<String> valueHeads = split(eight.bits(values, valueScale), 1);
    String steps = graph.node("Mul", valueScale, eight.step()).out();
    List<String> valueSteps = split(graph.node("Reshape", steps, graph.whole(width)).out(), 0);

    List<String> attended = new ArrayList<>();
    for (int head = 0; head < heads; head++) {
      String scores =
          eight
              .product(
                  graph.node("Reshape", queryHeads.get(head), graph.whole(-1, each)).out(),
                  keyHeads.get(head),
                  queryScales.get(head),
                  eight.step())
              .out();
      attended.add(attended(scores, valueHeads.get(head), valueSteps.get(head)));
    }
    String all = graph.node("Concat", attended.toArray(new String[0])).with("axis", 1).out();
    float[] valueBias = Arrays.copyOfRange(bias, 2 * width, 3 * width);
    return graph.node("Add", all, graph.tensor(name + "/value/bias", valueBias)).out();
  }

  private String attended(String scores, String values, String valueSteps) throws IOException {
    String shares = graph.node("Softmax", scores).with("axis", -1).out();
    EightBits.Shares rows = eight.shares(shares);
    String attended = eight.attended(rows.bits(), values, valueSteps).out();
    return graph
        .node("Mul", attended, graph.node("Reshape", rows.step(), graph.whole(-1, 1)).out())
        .out();
  }

  private List<String> split(String x, int axis) {
    return graph.node("Split", x).with("axis", axis).with("num_outputs", heads).outs(heads);
  }
}
