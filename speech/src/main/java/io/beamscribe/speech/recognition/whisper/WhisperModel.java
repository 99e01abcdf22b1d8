package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.onnx.OnnxRuntime;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A converted model: its two graphs and its vocabulary. All threads share it; each run takes one
 * thread, for windows are many and a run that is spread over cores waits for the slowest of them.
 */
final class WhisperModel implements AutoCloseable {
  /** How many tokens the decoder has places for. */
  static final int CONTEXT = 448;

  private final OrtSession encoder;
  private final OrtSession decoder;
  private final Vocabulary vocabulary;
  private final Set<Integer> suppressed;
  private final Set<Integer> suppressedAtFirst;
  private final Set<String> crossNames;
  private final int layers;
  private final int heads;
  private final int headSize;

  /**
   * @throws IOException where the folder holds no converted model
   */
  WhisperModel(Path folder) throws IOException {
    vocabulary = Vocabulary.read(folder);
    JsonNode config = new ObjectMapper().readTree(folder.resolve("config.json").toFile());
    suppressed = ids(config.path("suppress_ids"));
    suppressedAtFirst = ids(config.path("suppress_ids_begin"));
    try {
      encoder = OnnxRuntime.open(folder.resolve("encoder.onnx"), true);
      decoder = OnnxRuntime.open(folder.resolve("decoder.onnx"), true);
      crossNames =
          encoder.getOutputNames().stream()
              .filter(name -> name.startsWith("cross_"))
              .collect(Collectors.toUnmodifiableSet());
      long[] pool = shape(decoder.getInputInfo().get("pool_k0"));
      heads = (int) pool[1];
      headSize = (int) pool[3];
      layers = crossNames.size() / 2;
    } catch (OrtException e) {
      throw new IOException("The model in " + folder + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static long[] shape(NodeInfo node) {
    return ((TensorInfo) node.getInfo()).getShape();
  }

  private static Set<Integer> ids(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
        .map(i -> array.get(i).asInt())
        .collect(Collectors.toUnmodifiableSet());
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Tokens that are never text, by the model's own configuration. */
  Set<Integer> suppressed() {
    return suppressed;
  }

  /** Tokens that are no beginning. */
  Set<Integer> suppressedAtFirst() {
    return suppressedAtFirst;
  }

  int layers() {
    return layers;
  }

  int heads() {
    return heads;
  }

  int headSize() {
    return headSize;
  }

  /**
   * Hears a window.
   *
   * @param window exactly {@link Window#SAMPLES}, direct, -1 to 1
   */
  Encoding encode(FloatBuffer window) throws OrtException {
    try (OnnxTensor audio = Tensors.over(window, Window.SAMPLES)) {
      return new Encoding(encoder.run(Map.of("audio", audio), crossNames));
    }
  }

  OrtSession decoder() {
    return decoder;
  }

  @Override
  public void close() {
    try (encoder;
        decoder) {
      // both are closed, whatever happens to one
    } catch (OrtException e) {
      throw new IllegalStateException("The model cannot be closed", e);
    }
  }
}
