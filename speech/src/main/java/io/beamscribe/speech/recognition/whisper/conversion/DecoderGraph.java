package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoder: tokens to what may come after them. It computes R new tokens at once, of one or of
 * several hypotheses, against N tokens that were computed before; the mask says which of these each
 * of them follows.
 *
 * <pre>
 * in   ids        [R]                                    the new tokens
 *      positions  [R]                                    their places, from 0
 *      mask       [1, 1, R, N + R]                       0 to see a token, of -1e9 or so not to
 *      rows       [Q]                                    which of the new tokens to tell about
 *      pool_kL    [1, heads, N, headWidth]               keys of layer L of earlier tokens
 *      pool_vL    [1, heads, N, headWidth]               and their values
 *      cross_kL, cross_vTL                               of the encoder
 * out  logits     [Q, vocabulary]                        what may follow
 *      kL, vL     [1, heads, R, headWidth]               of the new tokens, for the pool
 *      align      [1, alignmentHeads, positions, R]      attention to the audio, by layers
 * </pre>
 */
final class DecoderGraph {
  private final OnnxGraph graph;
  private final Layers layers;
  private final Linear linear;
  private final WhisperDimensions size;
  private final AlignmentHeads heads;
  private final String headShape;
  private final String rowShape;
  private final List<String> aligned = new ArrayList<>();

  /** How many tokens are old and how many are new. */
  private String oldAndNew;

  DecoderGraph(OnnxGraph graph, Ct2Model model, WhisperDimensions size, AlignmentHeads heads)
      throws IOException {
    this.graph = graph;
    this.linear = size.precision().linear(graph);
    this.layers = new Layers(graph, model, linear);
    this.size = size;
    this.heads = heads;
    this.headShape = graph.whole(1, -1, size.decoderHeads(), size.headWidth());
    this.rowShape = graph.whole(-1, size.width());
  }

  void build() throws IOException, ModelException {
    String ids = graph.input("ids", ElementType.INT64, "R");
    String positions = graph.input("positions", ElementType.INT64, "R");
    graph.input("mask", ElementType.FLOAT, 1, 1, "R", "N+R");
    String rows = graph.input("rows", ElementType.INT64, "Q");
    graph.output("logits", ElementType.FLOAT, "Q", size.vocabulary());
    String old = graph.node("Shape", "pool_k0").with("start", 2).with("end", 3).out();
    String fresh = graph.node("Shape", ids).with("start", 0).with("end", 1).out();
    oldAndNew = graph.node("Concat", old, fresh).with("axis", 0).out();

    String table = "decoder/embeddings/weight";
    String token = linear.lookUp(ids, table, layers.matrix(table));
    String places = layers.stored("decoder/position_encodings/encodings");
    String x = layers.sum(token, graph.node("Gather", places, positions).out());
    for (int layer = 0; layer < size.decoderLayers(); layer++) {
      x = layer(x, layer);
    }
    graph.node("Concat", aligned.toArray(new String[0])).with("axis", 1).out("align");
    graph.output("align", ElementType.FLOAT, 1, heads.count(), size.positions(), "R");

    String last = layers.norm(x, "decoder/layer_norm");
    String asked = graph.node("Gather", last, rows).with("axis", 0).out();
    String projection = "decoder/projection/weight";
    linear.product(asked, projection, layers.matrix(projection)).out("logits");
    graph.write();
  }

  private String layer(String before, int layer) throws IOException, ModelException {
    String name = "decoder/layer_" + layer;
    String x = layers.sum(before, tokens(before, name + "/self_attention", layer));
    x = layers.sum(x, audio(x, name + "/attention", layer));
    return layers.feedForward(x, name);
  }

  /**
   * Attention to tokens: the old ones in the pool and the new ones, which are given out as well.
   */
  private String tokens(String x, String name, int layer) throws IOException, ModelException {
    String poolKeys = pool("pool_k" + layer);
    String poolValues = pool("pool_v" + layer);
    String normal = layers.norm(x, name + "/layer_norm");
    int width = size.width();
    List<String> thirds =
        layers.thirds(layers.scaledLinear(normal, name + "/linear_0", 3 * width, width, scale()));
    String queries = layers.turned(thirds.get(0), headShape, 0, 2, 1, 3).out();
    String keys = given(thirds.get(1), "k" + layer);
    String values = given(thirds.get(2), "v" + layer);
    String scores =
        graph
            .node("Concat", scores(queries, poolKeys), scores(queries, keys))
            .with("axis", -1)
            .out();
    String shares = graph.node("Softmax", layers.sum(scores, "mask")).with("axis", -1).out();
    List<String> split = graph.node("Split", shares, oldAndNew).with("axis", -1).outs(2);
    String heard =
        layers.sum(
            graph.node("MatMul", split.get(0), poolValues).out(),
            graph.node("MatMul", split.get(1), values).out());
    String together = graph.node("Transpose", heard).withAll("perm", 0, 2, 1, 3).out();
    return layers.linear(graph.node("Reshape", together, rowShape).out(), name + "/linear_1");
  }

  private String pool(String name) {
    return graph.input(name, ElementType.FLOAT, 1, size.decoderHeads(), "N", size.headWidth());
  }

  private String given(String x, String name) {
    graph.output(name, ElementType.FLOAT, 1, size.decoderHeads(), "R", size.headWidth());
    return layers.turned(x, headShape, 0, 2, 1, 3).out(name);
  }

  private String scores(String queries, String keys) {
    return graph.microsoft("FusedMatMul", queries, keys).with("transB", 1).out();
  }

  /**
   * Attention to what the encoder gave. Its keys stand to the left and the queries to the right,
   * and the same with the values, so that the long side need not be packed anew at each step.
   */
  private String audio(String x, String name, int layer) throws IOException, ModelException {
    int width = size.width();
    int count = size.decoderHeads();
    int each = size.headWidth();
    String keys = graph.input("cross_k" + layer, ElementType.FLOAT, 1, count, "T", each);
    String values = graph.input("cross_vT" + layer, ElementType.FLOAT, 1, count, each, "T");
    String normal = layers.norm(x, name + "/layer_norm");
    String query = layers.scaledLinear(normal, name + "/linear_0", width, width, scale());
    String queries = layers.turned(query, headShape, 0, 2, 3, 1).out();
    String shares =
        graph.node("Softmax", graph.node("MatMul", keys, queries).out()).with("axis", 2).out();
    long[] aligning = heads.of(layer);
    if (aligning.length > 0) {
      String which = graph.whole(aligning);
      aligned.add(graph.node("Gather", shares, which).with("axis", 1).out());
    }
    String heard = graph.node("MatMul", values, shares).out();
    String together = graph.node("Transpose", heard).withAll("perm", 0, 3, 1, 2).out();
    return layers.linear(graph.node("Reshape", together, rowShape).out(), name + "/linear_2");
  }

  private float scale() {
    return (float) (1 / Math.sqrt(size.headWidth()));
  }
}
