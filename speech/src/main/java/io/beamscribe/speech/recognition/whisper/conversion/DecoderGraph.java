// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decoder: from tokens to the logits of the next. For each of W windows it computes R new
 * tokens at once, of one or several hypotheses, given N tokens computed before; the mask says which
 * of these each new token follows.
 *
 * <pre> in ids [W, R] the new tokens positions [W, R] their places, from 0 mask [W, 1, R, N + R] 0
 * to see a token, of -1e9 or so not to rows [Q] which of the W x R tokens to give logits for
 * pool_kL [W, heads, N, headWidth] keys of layer L of earlier tokens pool_vL [W, heads, N,
 * headWidth] and their values cross_... of the encoder, of W windows out logits [Q, vocabulary]
 * what may follow kL, vL [W, heads, R, headWidth] of the new tokens, for the pool align [W,
 * alignmentHeads, R, positions] attention to the audio, by layers </pre>
 *
 * No token's result depends on another window.
 */
final class DecoderGraph {
  private final OnnxGraph graph;
  private final Layers layers;
  private final Linear linear;
  private final WhisperDimensions size;
  private final AlignmentHeads heads;
  private final CrossAttention cross;
  private final String rowShape;
  private final List<String> aligned = new ArrayList<>();

  /** Windows, rows, heads, width of a head. */
  private @Nullable String headShape;

  /** Numbers of old and of new tokens. */
  private @Nullable String oldAndNew;

  DecoderGraph(OnnxGraph graph, Ct2Model model, WhisperDimensions size, AlignmentHeads heads)
      throws IOException {
    this.graph = graph;
    this.linear = Arithmetic.linear(graph, size);
    this.layers = new Layers(graph, model, linear);
    this.size = size;
    this.heads = heads;
    this.cross = Arithmetic.crossAttention(graph, size);
    this.rowShape = graph.whole(-1, size.width());
  }

  void build() throws IOException, ModelException {
    String ids = graph.input("ids", ElementType.INT64, "W", "R");
    String positions = graph.input("positions", ElementType.INT64, "W", "R");
    graph.input("mask", ElementType.FLOAT, "W", 1, "R", "N+R");
    String rows = graph.input("rows", ElementType.INT64, "Q");
    graph.output("logits", ElementType.FLOAT, "Q", size.vocabulary());
    String old = graph.node("Shape", "pool_k0").with("start", 2).with("end", 3).out();
    String fresh = graph.node("Shape", ids).with("start", 1).with("end", 2).out();
    oldAndNew = graph.node("Concat", old, fresh).with("axis", 0).out();
    String each = graph.whole(size.decoderHeads(), size.headWidth());
    String both = graph.node("Shape", ids).out();
    headShape = graph.node("Concat", both, each).with("axis", 0).out();

    String table = "decoder/embeddings/weight";
    String flat = graph.whole(-1);
    String token =
        linear.lookUp(graph.node("Reshape", ids, flat).out(), table, layers.matrix(table));
    String places = layers.stored("decoder/position_encodings/encodings");
    String place = graph.node("Gather", places, graph.node("Reshape", positions, flat).out()).out();
    String x = layers.sum(token, place);
    Layers.Sum sum =
        new Layers.Sum(x, layers.norm(x, Layers.norm("decoder", 0, size.decoderLayers())));
    for (int layer = 0; layer < size.decoderLayers(); layer++) {
      sum = layer(sum, layer);
    }
    graph.node("Concat", aligned.toArray(new String[0])).with("axis", 1).out("align");
    graph.output("align", ElementType.FLOAT, "W", heads.count(), "R", size.positions());

    String asked = graph.node("Gather", sum.normal(), rows).with("axis", 0).out();
    String projection = "decoder/projection/weight";
    linear.product(asked, projection, layers.matrix(projection)).out("logits");
    graph.write();
  }

  private Layers.Sum layer(Layers.Sum before, int layer) throws IOException, ModelException {
    String name = "decoder/layer_" + layer;
    String tokens = name + "/self_attention";
    String audio = name + "/attention";
    Layers.Sum x = before;
    x =
        layers.add(
            x.all(),
            tokens(x.normal(), tokens, layer),
            tokens + "/linear_1",
            audio + "/layer_norm");
    x =
        layers.add(
            x.all(),
            audio(x.normal(), audio, layer),
            audio + "/linear_2",
            name + "/ffn/layer_norm");
    return layers.feedForward(x, name, Layers.norm("decoder", layer + 1, size.decoderLayers()));
  }

  /**
   * Attention to tokens: the old ones in the pool and the new ones, whose keys and values are
   * outputs as well.
   */
  private String tokens(String normal, String name, int layer) throws IOException, ModelException {
    String poolKeys = pool("pool_k" + layer);
    String poolValues = pool("pool_v" + layer);
    int width = size.width();
    String both = layers.scaledLinear(normal, name + "/linear_0", 3 * width, width, scale());
    List<String> thirds = graph.node("Split", both).with("axis", -1).with("num_outputs", 3).outs(3);
    String queries = layers.turned(thirds.get(0), requireNonNull(headShape), 0, 2, 1, 3).out();
    String keys = given(thirds.get(1), "k" + layer);
    String values = given(thirds.get(2), "v" + layer);
    String scores =
        graph
            .node("Concat", scores(queries, poolKeys), scores(queries, keys))
            .with("axis", -1)
            .out();
    String shares = graph.node("Softmax", layers.sum(scores, "mask")).with("axis", -1).out();
    List<String> split =
        graph.node("Split", shares, requireNonNull(oldAndNew)).with("axis", -1).outs(2);
    String attended =
        layers.sum(
            graph.node("MatMul", split.get(0), poolValues).out(),
            graph.node("MatMul", split.get(1), values).out());
    String together = graph.node("Transpose", attended).withAll("perm", 0, 2, 1, 3).out();
    return graph.node("Reshape", together, rowShape).out();
  }

  private String pool(String name) {
    return graph.input(name, ElementType.FLOAT, "W", size.decoderHeads(), "N", size.headWidth());
  }

  private String given(String x, String name) {
    graph.output(name, ElementType.FLOAT, "W", size.decoderHeads(), "R", size.headWidth());
    return layers.turned(x, requireNonNull(headShape), 0, 2, 1, 3).out(name);
  }

  private String scores(String queries, String keys) {
    return graph.microsoft("FusedMatMul", queries, keys).with("transB", 1).out();
  }

  private String audio(String normal, String name, int layer) throws IOException, ModelException {
    int width = size.width();
    String query = layers.scaledLinear(normal, name + "/linear_0", width, width, scale());
    CrossAttention.Attended attended =
        cross.attend(graph.node("Reshape", query, requireNonNull(headShape)).out(), layer);
    long[] aligning = heads.of(layer);
    if (aligning.length > 0) {
      String which = graph.whole(aligning);
      aligned.add(graph.node("Gather", attended.shares(), which).with("axis", 1).out());
    }
    return graph.node("Reshape", attended.attended(), rowShape).out();
  }

  private float scale() {
    return (float) (1 / Math.sqrt(size.headWidth()));
  }
}
