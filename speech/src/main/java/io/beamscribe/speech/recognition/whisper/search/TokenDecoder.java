// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.recognition.whisper.model.EncoderOutputs;
import io.beamscribe.speech.recognition.whisper.model.WhisperModel;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the decoder over trees of tokens, one per current window. They share the reading of the
 * weights, which is most of the work of a step, and nothing else: windows do not influence each
 * other. Not thread-safe; reusable for any number of windows.
 */
public final class TokenDecoder implements AutoCloseable {
  private final WhisperModel model;
  private final KvCache pool;
  private final String[] madeNames;
  private final Set<String> made;
  private final RunOptions usual = new RunOptions();

  /** Memory for logits as they come, used again at each step. */
  private FloatBuffer logits = Tensors.floats(0);

  /** Memory for the logits of text, used again at each step. */
  private final List<float[]> scratch = new ArrayList<>();

  private @Nullable EncoderOutputs encodings;
  private List<Integer> windows = List.of();
  private Map<String, OnnxTensor> encoded = Map.of();

  public TokenDecoder(WhisperModel model) throws OrtException {
    this.model = model;
    pool = new KvCache(model);
    madeNames = KvCache.names("", model.dimensions().decoderLayers());
    made = Set.of(madeNames);
  }

  /** Starts with windows; their encodings must not change meanwhile. */
  public void begin(EncoderOutputs from, List<Integer> numbers) throws OrtException {
    encodings = from;
    windows = List.copyOf(numbers);
    encoded = from.tensors(windows);
  }

  /**
   * Continues with some of the windows only.
   *
   * @param kept indexes of the windows to keep among the current ones, ascending
   */
  public void keep(List<Integer> kept) throws OrtException {
    for (int i = 0; i < kept.size(); i++) {
      pool.move(kept.get(i), i);
    }
    pool.truncate(kept.size());
    begin(requireNonNull(encodings), kept.stream().map(windows::get).toList());
  }

  /**
   * The decoder's output after a prompt.
   *
   * @param logits after each of the places that were asked for
   */
  public record Said(TokenNode last, List<float[]> logits) {
    /** The logits after the whole prompt, of all tokens. */
    public float[] after() {
      return logits.get(logits.size() - 1);
    }

    /** The logits after the whole prompt, of text and its end; may be written to. */
    float[] textAfter(Vocabulary vocabulary) {
      return Arrays.copyOf(after(), vocabulary.endOfText + 1);
    }
  }

  /**
   * Decodes a prompt for each window, from the root of its tree.
   *
   * @param prompts all of the same length
   * @param after positions in the prompts after which logits are needed, ascending up to the last
   */
  public List<Said> prompt(List<List<Integer>> prompts, int... after) throws OrtException {
    List<List<TokenNode>> nodes = prompts.stream().map(TokenDecoder::chain).toList();
    int length = prompts.get(0).size();
    pool.clear(prompts.size());
    for (int i = 0; i < nodes.size(); i++) {
      pool.reserve(i, length, nodes.get(i).subList(0, 1));
    }
    List<Said> said = new ArrayList<>();
    try (OnnxTensor into = logits(nodes.size() * after.length);
        OrtSession.Result result =
            decode(nodes, length, made, Map.of("logits", into), usual, same(nodes, after))) {
      take(result, nodes, length);
      for (List<TokenNode> chain : nodes) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
          rows.add(new float[model.vocabulary().size()]);
          logits.get(rows.get(i));
        }
        said.add(new Said(chain.get(length - 1), rows));
      }
    }
    return said;
  }

  private static List<TokenNode> chain(List<Integer> tokens) {
    List<TokenNode> nodes = new ArrayList<>();
    for (int token : tokens) {
      nodes.add(TokenNode.prompt(nodes.isEmpty() ? null : nodes.get(nodes.size() - 1), token));
    }
    return nodes;
  }

  /**
   * Decodes the next token of each hypothesis of each window.
   *
   * @param leaves for each window new tokens of different hypotheses, whose parents were decoded
   *     before; all other hypotheses are dropped
   * @param width at least as many as a window has leaves; constant through all steps, as it affects
   *     how sums are rounded
   * @return the logits of text and its end after each, which the next call overwrites
   */
  public List<List<float[]>> step(List<List<TokenNode>> leaves, int width) throws OrtException {
    int[] all = new int[width];
    Arrays.setAll(all, i -> i);
    List<List<float[]>> said = step(leaves, width, same(leaves, all));
    for (int i = 0; i < leaves.size(); i++) {
      said.set(i, said.get(i).subList(0, leaves.get(i).size()));
    }
    return said;
  }

  private static List<int[]> same(List<?> windows, int... after) {
    return Collections.nCopies(windows.size(), after);
  }

  /**
   * Decodes as {@link #step(List, int)} does, but gives logits only after some of the new tokens,
   * as most of the work is theirs.
   *
   * @param after for each window the indexes of tokens after which logits are needed; at least one
   *     for all windows together
   */
  public List<List<float[]>> step(List<List<TokenNode>> leaves, int width, List<int[]> after)
      throws OrtException {
    for (int i = 0; i < leaves.size(); i++) {
      pool.reserve(i, width, leaves.get(i));
    }
    int rows = after.stream().mapToInt(each -> each.length).sum();
    while (scratch.size() < rows) {
      scratch.add(new float[model.vocabulary().endOfText + 1]);
    }
    List<List<float[]>> said = new ArrayList<>();
    try (OnnxTensor into = logits(rows);
        OrtSession.Result result =
            decode(leaves, width, made, Map.of("logits", into), usual, after)) {
      take(result, leaves, width);
      int row = 0;
      for (int[] each : after) {
        List<float[]> given = scratch.subList(row, row + each.length);
        for (float[] one : given) {
          logits.get(row++ * model.vocabulary().size(), one);
        }
        said.add(given);
      }
    }
    return said;
  }

  /** Memory for so many rows; ONNX Runtime's own would be copied. */
  private OnnxTensor logits(int rows) throws OrtException {
    int size = rows * model.vocabulary().size();
    if (logits.capacity() < size) {
      logits = Tensors.floats(size);
    }
    logits.clear();
    return Tensors.over(logits.slice(0, size), rows, model.vocabulary().size());
  }

  /** Stores keys and values in the cache. */
  private void take(OrtSession.Result result, List<List<TokenNode>> nodes, int width)
      throws OrtException {
    FloatBuffer[] rows = new FloatBuffer[madeNames.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = tensor(result, madeNames[i]).getFloatBuffer();
    }
    for (int i = 0; i < nodes.size(); i++) {
      pool.add(i, nodes.get(i), rows, width);
    }
  }

  /**
   * The attention of each token to each frame, for the alignment heads: {@code
   * [head][token][frame]} in one array. The tokens are not kept; there must be only one current
   * window.
   *
   * @param last whether nothing else is decoded for now
   */
  public float[] attention(List<Integer> tokens, boolean last) throws OrtException {
    pool.clear(1);
    int count = tokens.size();
    try (RunOptions options = last ? OnnxRuntime.last() : new RunOptions();
        OrtSession.Result result =
            decode(
                List.of(chain(tokens)),
                count,
                Set.of("align"),
                Map.of(),
                options,
                List.of(new int[] {count - 1}))) {
      FloatBuffer align = tensor(result, "align").getFloatBuffer();
      float[] attention = new float[align.remaining()];
      align.get(attention);
      return attention;
    }
  }

  /**
   * @param width rows for each window, of which some may stay empty
   * @param wanted outputs to return
   * @param into other outputs, with memory for them
   * @param after for each window the nodes after which logits are needed
   */
  private OrtSession.Result decode(
      List<List<TokenNode>> nodes,
      int width,
      Set<String> wanted,
      Map<String, OnnxTensor> into,
      RunOptions options,
      List<int[]> after)
      throws OrtException {
    int count = nodes.size();
    LongBuffer ids = Tensors.longs(count * width);
    LongBuffer positions = Tensors.longs(count * width);
    LongBuffer rows = Tensors.longs(after.stream().mapToInt(each -> each.length).sum());
    for (int i = 0; i < count; i++) {
      for (int n = 0; n < nodes.get(i).size(); n++) {
        ids.put(i * width + n, nodes.get(i).get(n).token);
        positions.put(i * width + n, nodes.get(i).get(n).position);
      }
      for (int row : after.get(i)) {
        rows.put(i * width + row);
      }
    }
    int columns = pool.capacity() + width;
    try (OnnxTensor idTensor = Tensors.over(ids, count, width);
        OnnxTensor positionTensor = Tensors.over(positions, count, width);
        OnnxTensor rowTensor = Tensors.over(rows.flip(), rows.limit());
        OnnxTensor mask = Tensors.over(mask(nodes, width), count, 1, width, columns)) {
      Map<String, OnnxTensorLike> inputs = new HashMap<>(encoded);
      inputs.putAll(pool.tensors());
      inputs.put("ids", idTensor);
      inputs.put("positions", positionTensor);
      inputs.put("rows", rowTensor);
      inputs.put("mask", mask);
      return OnnxRuntime.run(model.decoder(), inputs, wanted, into, options);
    }
  }

  /**
   * Lets each token see those before it and itself: rows of the cache first, then the new ones. An
   * empty row sees itself.
   */
  private FloatBuffer mask(List<List<TokenNode>> nodes, int width) {
    int old = pool.capacity();
    float[] mask = new float[nodes.size() * width * (old + width)];
    Arrays.fill(mask, Float.NEGATIVE_INFINITY);
    int at = 0;
    for (List<TokenNode> window : nodes) {
      Map<TokenNode, Integer> fresh = new HashMap<>();
      for (int i = 0; i < width; i++) {
        mask[at + old + i] = 0;
        if (i < window.size()) {
          fresh.put(window.get(i), i);
          for (TokenNode node = window.get(i); node != null; node = node.parent) {
            Integer place = fresh.get(node);
            mask[at + (place == null ? node.row : old + place)] = 0;
          }
        }
        at += old + width;
      }
    }
    return Tensors.floats(mask.length).put(mask).flip();
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }

  @Override
  public void close() {
    usual.close();
    pool.close();
  }
}
