// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.onnx.graph.Session;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every layer of the converted networks against {@code layers.json}, which {@code layers.py} beside
 * it computes in PyTorch with the publishers' weights. Layers go by the name of a parameter. Errors
 * are measured by the root mean square of the layer's output.
 */
class LayersTest {
  private static final int BINS = 80;
  private static final int WINDOW = 160_000;

  /** Ten times the measured error. */
  private static final double TOLERANCE = 3e-4;

  /** Bytes before the samples of the sentence. */
  private static final int HEADER = 44;

  @TempDir Path folder;

  @Test
  void segmentationGivesInEachLayerWhatPyTorchGives() throws Exception {
    JsonNode layers = vectors().get("segmentation");
    assertThat(layers).hasSize(15);
    float[] sentence = sentence();
    float[] waves = new float[WINDOW];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(sentence, 0, waves, i * sentence.length, sentence.length);
    }
    Path model = RealModels.get("pyannote-segmentation-3").folder().resolve("segmentation.onnx");
    compare(layers, model, "waves", Session.Numbers.of(waves, 1, 1, WINDOW));
  }

  @Test
  void embeddingGivesInEachLayerWhatPyTorchGives() throws Exception {
    JsonNode layers = vectors().get("embedding");
    assertThat(layers).hasSize(348);
    float[] features = features();
    int frames = features.length / BINS;
    float[] centred = ConversionTest.centred(features, frames);
    Path model = RealModels.get("campplus").folder().resolve("embedding.onnx");
    compare(layers, model, "features", Session.Numbers.of(centred, 1, frames, BINS));
  }

  @Test
  void filterBankGivesOfSpeechWhatKaldiGives() throws Exception {
    JsonNode expected = vectors().get("filterbank");
    double scale = expected.get("rms").asDouble();
    assertLike("filterbank", features(), expected, 1e-3 / scale);
  }

  private void compare(JsonNode layers, Path model, String input, Session.Numbers numbers)
      throws Exception {
    Map<String, JsonNode> inside = new HashMap<>();
    for (Entry<String, JsonNode> layer : layers.properties()) {
      if (layer.getKey().contains(".")) {
        inside.put(layer.getKey(), layer.getValue());
      }
    }
    OpenGraph graph = new OpenGraph(model, folder, inside.keySet());
    try (Session session = new Session(graph.file())) {
      Map<String, Session.Numbers> given = session.run(Map.of(input, numbers));
      for (Entry<String, JsonNode> layer : layers.properties()) {
        String key = layer.getKey();
        String name = inside.containsKey(key) ? graph.given(key) : key;
        assertLike(key, given.get(name).floats(), layer.getValue(), TOLERANCE);
      }
    }
  }

  /** Eight values from all over, or all of them, and their root mean square. */
  private static void assertLike(String layer, float[] given, JsonNode expected, double tolerance) {
    assertThat(given).as(layer).hasSize(expected.get("size").asInt());
    double squares = 0;
    for (float value : given) {
      squares += (double) value * value;
    }
    double scale = expected.get("rms").asDouble();
    double worst = Math.abs(Math.sqrt(squares / given.length) - scale) / scale;
    JsonNode values = expected.get("values");
    for (int i = 0; i < values.size(); i++) {
      int at = (int) (given.length * (2L * i + 1) / (2L * values.size()));
      worst = Math.max(worst, Math.abs(given[at] - values.get(i).asDouble()) / scale);
    }
    assertThat(worst).as(layer).isCloseTo(0, within(tolerance));
  }

  private static float[] features() throws Exception {
    float[] samples = sentence();
    Path model = RealModels.get("campplus").folder().resolve("filterbank.onnx");
    return ConversionTest.run(model, "samples", Session.Numbers.of(samples, samples.length));
  }

  private static float[] sentence() throws Exception {
    byte[] wav = Files.readAllBytes(Path.of("../testdata/formats/pcm_s16.wav"));
    ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
    float[] samples = new float[bytes.remaining() / Short.BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bytes.getShort() / 32_768f;
    }
    return samples;
  }

  private static JsonNode vectors() throws Exception {
    try (InputStream in = LayersTest.class.getResourceAsStream("layers.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
