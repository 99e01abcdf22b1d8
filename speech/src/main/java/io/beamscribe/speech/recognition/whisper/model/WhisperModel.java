// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.onnx.Tensors;
import io.beamscribe.speech.onnx.graph.ExtraOutput;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A converted model: its two graphs and its vocabulary. Thread-safe; each run takes one thread,
 * because windows are many and a run spread over cores waits for the slowest.
 */
public final class WhisperModel implements AutoCloseable {
  private static final String ENCODER = "encoder.onnx";
  private static final String DECODER = "decoder.onnx";
  private static final String HIDDEN = "hidden";

  /**
   * The weights of the norm before the layer in the middle, by which its node is found: there
   * states tell sounds apart, while at the end they have become words.
   */
  private static final String MIDDLE_NORM = "/self_attention/layer_norm/gamma";

  private final Path folder;
  private final OrtSession encoder;
  private final OrtSession decoder;
  private final Vocabulary vocabulary;
  private final Set<Integer> suppressed;
  private final Set<Integer> suppressedAtFirst;
  private final List<NodeInfo> encodings;
  private final WhisperDimensions dimensions;
  private @Nullable OrtSession open;

  /**
   * @throws IOException if the folder does not contain a converted model
   */
  public WhisperModel(Path folder) throws IOException {
    this.folder = folder;
    dimensions = WhisperDimensions.read(folder);
    if (dimensions.version() != WhisperDimensions.VERSION) {
      throw new IOException(
          "The model in " + folder + " was converted by another version; pull it again");
    }
    vocabulary = Vocabulary.read(folder);
    JsonNode config = new ObjectMapper().readTree(folder.resolve("config.json").toFile());
    suppressed = ids(config.path("suppress_ids"));
    suppressedAtFirst = ids(config.path("suppress_ids_begin"));
    try {
      List<OrtSession> both =
          OnnxRuntime.open(
              List.of(
                  JoinedFrames.encoder(read(ENCODER), dimensions),
                  JoinedFrames.decoder(read(DECODER), dimensions)),
              folder,
              true);
      encoder = both.get(0);
      decoder = both.get(1);
      encodings =
          encoder.getOutputInfo().values().stream()
              .filter(output -> output.getName().startsWith("cross_"))
              .toList();
    } catch (OrtException e) {
      throw new IOException("The model in " + folder + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  private static Set<Integer> ids(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
        .map(i -> array.get(i).asInt())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Tokens that are never text, by the model's own configuration. */
  public Set<Integer> suppressed() {
    return suppressed;
  }

  /** Tokens that never begin a text. */
  public Set<Integer> suppressedAtFirst() {
    return suppressedAtFirst;
  }

  public WhisperDimensions dimensions() {
    return dimensions;
  }

  /**
   * The encoder's outputs for the decoder: names, types and, for one window, shapes, in which the
   * number of frames is -1.
   */
  List<NodeInfo> encodings() {
    return encodings;
  }

  /**
   * Encodes a window.
   *
   * @param window exactly {@link Window#SAMPLES}, direct, -1 to 1
   * @param frames of the encoder that are encoded, the first ones of the window
   * @param together how many frames next to each other become one; the number of frames is a
   *     multiple of it
   * @param into what is to be written, one for each of the {@link #encodings}
   * @param options of the run
   * @param hidden where the state in the middle goes, too, of all frames, none joined; null if it
   *     is not needed
   */
  void encode(
      FloatBuffer window,
      int frames,
      int together,
      Map<String, OnnxTensor> into,
      RunOptions options,
      @Nullable FloatBuffer hidden)
      throws OrtException {
    try (OnnxTensor audio = Tensors.over(window, Window.SAMPLES)) {
      if (hidden == null) {
        try (OnnxTensor kept = Tensors.over(JoinedFrames.kept(frames), 1);
            OnnxTensor shape =
                Tensors.over(JoinedFrames.shape(together, dimensions), JoinedFrames.DIMENSIONS)) {
          Map<String, OnnxTensor> inputs =
              Map.of("audio", audio, JoinedFrames.KEPT, kept, JoinedFrames.SHAPE, shape);
          OnnxRuntime.run(encoder, inputs, Set.of(), into, options).close();
        }
        return;
      }
      try (OnnxTensor state = Tensors.over(hidden, dimensions.positions(), dimensions.width())) {
        Map<String, OnnxTensor> both = new HashMap<>(into);
        both.put(HIDDEN, state);
        OnnxRuntime.run(openEncoder(), Map.of("audio", audio), Set.of(), both, options).close();
      }
    }
  }

  /** The encoder with a state as one more output; it is opened when it is first needed. */
  private synchronized OrtSession openEncoder() throws OrtException {
    if (open == null) {
      try {
        byte[] graph = read(ENCODER);
        open =
            OnnxRuntime.open(
                ExtraOutput.add(
                    graph,
                    "encoder/layer_" + dimensions.encoderLayers() / 2 + MIDDLE_NORM,
                    HIDDEN,
                    dimensions.positions(),
                    dimensions.width()),
                folder,
                true);
      } catch (IOException e) {
        throw new OrtException("The encoder cannot be read again: " + e.getMessage());
      }
    }
    return open;
  }

  public OrtSession decoder() {
    return decoder;
  }

  @Override
  public synchronized void close() {
    try (encoder;
        decoder;
        OrtSession third = open) {
      // close all, whatever happens to one
    } catch (OrtException e) {
      throw new IllegalStateException("The model cannot be closed", e);
    }
  }
}
