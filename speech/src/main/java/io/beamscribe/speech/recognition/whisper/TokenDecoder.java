package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the decoder over a tree of tokens of one window after the other. For one thread, which may
 * use it for any number of windows.
 */
final class TokenDecoder implements AutoCloseable {
  private final WhisperModel model;
  private final KeyValuePool pool;
  private final String[] madeNames;
  private final Set<String> outputs;
  private final Set<String> aligning;
  private Map<String, OnnxTensor> encoding = Map.of();

  TokenDecoder(WhisperModel model) throws OrtException {
    this.model = model;
    pool = new KeyValuePool(model);
    madeNames = KeyValuePool.names("", model.dimensions().decoderLayers());
    outputs = new HashSet<>(Arrays.asList(madeNames));
    outputs.add("logits");
    aligning = Set.of("align");
  }

  /** Begins with a window; the encoding must stay open. */
  void begin(Encoding window) {
    encoding = window.tensors();
  }

  /** What the decoder says after some of the tokens that it was given, in their order. */
  record Said(TokenNode last, float[][] logits) {}

  /**
   * Takes a prompt, from the beginning of a tree.
   *
   * @param after the places in the prompt after which logits are wanted
   */
  Said prompt(List<Integer> prompt, int... after) throws OrtException {
    List<TokenNode> nodes = chain(prompt);
    pool.clear();
    float[][] logits = run(nodes, nodes.subList(0, 1), after);
    return new Said(nodes.get(nodes.size() - 1), logits);
  }

  /**
   * Takes the next token of each hypothesis.
   *
   * @param leaves new tokens of different hypotheses, whose parents were taken before; no other
   *     hypothesis may be taken up later
   * @return the logits after each
   */
  float[][] step(List<TokenNode> leaves) throws OrtException {
    int[] all = new int[leaves.size()];
    Arrays.setAll(all, i -> i);
    return run(leaves, leaves, all);
  }

  private static List<TokenNode> chain(List<Integer> tokens) {
    List<TokenNode> nodes = new ArrayList<>();
    for (int token : tokens) {
      nodes.add(TokenNode.prompt(nodes.isEmpty() ? null : nodes.get(nodes.size() - 1), token));
    }
    return nodes;
  }

  private float[][] run(List<TokenNode> nodes, List<TokenNode> living, int... after)
      throws OrtException {
    pool.reserve(nodes.size(), living);
    try (OrtSession.Result result = decode(nodes, outputs, after)) {
      FloatBuffer[] made = new FloatBuffer[madeNames.length];
      for (int i = 0; i < made.length; i++) {
        made[i] = tensor(result, madeNames[i]).getFloatBuffer();
      }
      pool.add(nodes, made);
      FloatBuffer logits = tensor(result, "logits").getFloatBuffer();
      float[][] rows = new float[after.length][model.vocabulary().size()];
      for (float[] row : rows) {
        logits.get(row);
      }
      return rows;
    }
  }

  /**
   * How much each token attends to each frame, for the heads that follow the audio: {@code
   * [head][frame][token]} in one row. The tokens are not kept.
   */
  float[] attention(List<Integer> tokens) throws OrtException {
    pool.clear();
    try (OrtSession.Result result = decode(chain(tokens), aligning, tokens.size() - 1)) {
      FloatBuffer align = tensor(result, "align").getFloatBuffer();
      float[] attention = new float[align.remaining()];
      align.get(attention);
      return attention;
    }
  }

  private OrtSession.Result decode(List<TokenNode> nodes, Set<String> wanted, int... after)
      throws OrtException {
    int count = nodes.size();
    LongBuffer ids = Tensors.longs(count);
    LongBuffer positions = Tensors.longs(count);
    for (TokenNode node : nodes) {
      ids.put(node.token);
      positions.put(node.position);
    }
    LongBuffer rows = Tensors.longs(after.length);
    for (int row : after) {
      rows.put(row);
    }
    int width = pool.capacity() + count;
    try (OnnxTensor idTensor = Tensors.over(ids.flip(), count);
        OnnxTensor positionTensor = Tensors.over(positions.flip(), count);
        OnnxTensor rowTensor = Tensors.over(rows.flip(), after.length);
        OnnxTensor mask = Tensors.over(mask(nodes), 1, 1, count, width)) {
      Map<String, OnnxTensorLike> inputs = new HashMap<>(encoding);
      inputs.putAll(pool.tensors());
      inputs.put("ids", idTensor);
      inputs.put("positions", positionTensor);
      inputs.put("rows", rowTensor);
      inputs.put("mask", mask);
      return model.decoder().run(inputs, wanted);
    }
  }

  /** Lets each token see those before it and itself: rows of the pool first, then the new ones. */
  private FloatBuffer mask(List<TokenNode> nodes) {
    int width = pool.capacity() + nodes.size();
    float[] mask = new float[nodes.size() * width];
    Arrays.fill(mask, Float.NEGATIVE_INFINITY);
    Map<TokenNode, Integer> fresh = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      fresh.put(nodes.get(i), i);
      for (TokenNode node = nodes.get(i); node != null; node = node.parent) {
        Integer place = fresh.get(node);
        mask[i * width + (place == null ? node.row : pool.capacity() + place)] = 0;
      }
    }
    return Tensors.floats(mask.length).put(mask).flip();
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }

  @Override
  public void close() {
    pool.close();
  }
}
