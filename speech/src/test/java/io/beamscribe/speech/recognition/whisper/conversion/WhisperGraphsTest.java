// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.onnx.graph.Session;
import io.beamscribe.speech.recognition.whisper.model.Precision;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graphs of Whisper base against numbers that CTranslate2 computes from the same weights;
 * reference.py makes them.
 */
class WhisperGraphsTest {
  private static final int HEADS = 8;
  private static final int LAYERS = 6;
  private static final int POSITIONS = 1500;

  @TempDir Path folder;

  @Test
  void singlePrecisionIsWhatCTranslate2Computes() throws Exception {
    JsonNode reference = reference();
    convert(Precision.FP32);
    Map<String, Session.Numbers> encoded = encode();
    for (JsonNode value : reference.get("values")) {
      assertThat(at(encoded, value)).as("%s", value).isCloseTo(real(value, "value"), within(1e-4f));
    }
    float[] logits = decode(encoded, reference).get("logits").floats();
    for (JsonNode next : reference.get("following")) {
      assertThat(behind(logits, reference, next)).isCloseTo(real(next, "behind"), within(1e-3f));
    }
  }

  /**
   * Eight bits lose something, the more the less likely a token is, but not the word; and the
   * spectrum is not quantised.
   */
  @Test
  void eightBitsAreNear() throws Exception {
    JsonNode reference = reference();
    convert(Precision.INT8);
    Map<String, Session.Numbers> encoded = encode();
    for (JsonNode value : reference.get("values")) {
      float far = value.get("output").asText().equals("mel") ? 1e-4f : .1f;
      assertThat(at(encoded, value)).as("%s", value).isCloseTo(real(value, "value"), within(far));
    }
    Map<String, Session.Numbers> said = decode(encoded, reference);
    for (JsonNode next : reference.get("following")) {
      assertThat(behind(said.get("logits").floats(), reference, next))
          .isCloseTo(real(next, "behind"), within(.1f + .08f * real(next, "behind")));
    }
    Session.Numbers align = said.get("align");
    assertThat(align.shape()).containsExactly(1, 8, 4, POSITIONS);
    float sum = 0;
    for (int position = 0; position < POSITIONS; position++) {
      sum += align.at(0, 0, 0, position);
    }
    assertThat(sum).as("attention of a token to all positions").isCloseTo(1, within(1e-3f));
  }

  /** Each of two windows gives what it gives alone, to the last bit. */
  @Test
  void windowsDoNotTouchEachOther() throws Exception {
    JsonNode reference = reference();
    convert(Precision.INT8);
    Map<String, Session.Numbers> encoded = encode();
    Map<String, Session.Numbers> silence = encode(new float[480_000]);
    float[] alone = decode(encoded, reference).get("logits").floats();
    float[] other = decode(silence, reference).get("logits").floats();
    Map<String, Session.Numbers> both = new HashMap<>();
    encoded.forEach((name, numbers) -> both.put(name, together(numbers, silence.get(name))));
    float[] logits = decode(both, reference).get("logits").floats();
    assertThat(Arrays.copyOf(logits, alone.length)).isEqualTo(alone);
    assertThat(Arrays.copyOfRange(logits, alone.length, logits.length)).isEqualTo(other);
  }

  private static Session.Numbers together(Session.Numbers a, Session.Numbers b) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(a.bytes().remaining() * 2);
    bytes.order(ByteOrder.nativeOrder()).put(a.bytes().slice()).put(b.bytes().slice()).flip();
    long[] shape = a.shape().clone();
    shape[0] = 2;
    return new Session.Numbers(bytes, a.type(), shape);
  }

  /** Earlier tokens may come from the pool instead. */
  @Test
  void tokensOfThePoolCountAsIfTheyWereNew() throws Exception {
    JsonNode reference = reference();
    convert(Precision.FP32);
    Map<String, Session.Numbers> encoded = encode();
    long[] prompt = prompt(reference);
    Map<String, Session.Numbers> inputs = crossed(encoded);
    try (Session decoder = new Session(folder.resolve("decoder.onnx"))) {
      Map<String, float[]> pool = Map.of();
      for (int i = 0; i < prompt.length; i++) {
        step(inputs, i, prompt[i], pool);
        Map<String, float[]> fresh = new HashMap<>();
        decoder.run(inputs).forEach((name, numbers) -> fresh.put(name, numbers.floats()));
        pool = append(pool, fresh, i);
      }
      float[] whole = decode(encoded, reference).get("logits").floats();
      float[] steps = pool.get("logits");
      for (JsonNode next : reference.get("following")) {
        int token = next.get("token").asInt();
        assertThat(steps[token]).isCloseTo(whole[token], within(1e-3f));
      }
    }
  }

  private static void step(
      Map<String, Session.Numbers> inputs, int place, long token, Map<String, float[]> pool) {
    inputs.put("ids", Session.Numbers.of(new long[] {token}, 1, 1));
    inputs.put("positions", Session.Numbers.of(new long[] {place}, 1, 1));
    inputs.put("rows", Session.Numbers.of(new long[1], 1));
    inputs.put("mask", Session.Numbers.of(new float[place + 1], 1, 1, 1, place + 1));
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String kind : List.of("k", "v")) {
        float[] old = pool.getOrDefault(kind + layer, new float[0]);
        inputs.put("pool_" + kind + layer, Session.Numbers.of(old, 1, HEADS, place, 64));
      }
    }
  }

  /** Keys and values of old tokens and of a new one, head by head. */
  private static Map<String, float[]> append(
      Map<String, float[]> pool, Map<String, float[]> fresh, int old) {
    Map<String, float[]> all = new HashMap<>(fresh);
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String name : List.of("k" + layer, "v" + layer)) {
        FloatBuffer joined = FloatBuffer.allocate(HEADS * (old + 1) * 64);
        for (int head = 0; head < HEADS; head++) {
          if (old > 0) {
            joined.put(pool.get(name), head * old * 64, old * 64);
          }
          joined.put(fresh.get(name), head * 64, 64);
        }
        all.put(name, joined.array());
      }
    }
    return all;
  }

  private void convert(Precision precision) throws Exception {
    Path published = RealModels.whisperBaseAsPublished();
    Files.copy(published.resolve("config.json"), folder.resolve("config.json"));
    Path weights = published.resolve("model.bin").toAbsolutePath();
    Files.createSymbolicLink(folder.resolve("model.bin"), weights);
    WhisperConversion.convert(folder, precision);
    assertThat(WhisperDimensions.read(folder))
        .isEqualTo(
            new WhisperDimensions(
                WhisperDimensions.VERSION,
                precision,
                512,
                64,
                LAYERS,
                HEADS,
                LAYERS,
                HEADS,
                480_000,
                80,
                3000,
                POSITIONS,
                448,
                51_865,
                8));
    assertThat(folder.resolve("model.bin")).doesNotExist();
    assertThat(published.resolve("model.bin")).isRegularFile();
  }

  private Map<String, Session.Numbers> encode() throws IOException, OrtException {
    ByteBuffer wav =
        ByteBuffer.wrap(Files.readAllBytes(Path.of("../testdata/formats/pcm_s16.wav")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(44);
    float[] audio = new float[480_000];
    for (int i = 0; wav.remaining() > 1; i++) {
      audio[i] = wav.getShort() / 32_768f;
    }
    return encode(audio);
  }

  private Map<String, Session.Numbers> encode(float[] audio) throws OrtException {
    try (Session encoder = new Session(folder.resolve("encoder.onnx"))) {
      return encoder.run(Map.of("audio", Session.Numbers.of(audio, audio.length)));
    }
  }

  /**
   * All tokens of the prompt at once, each seeing those before it, and what follows the last; for
   * each of the windows.
   */
  private Map<String, Session.Numbers> decode(
      Map<String, Session.Numbers> encoded, JsonNode reference) throws OrtException {
    int windows = (int) encoded.get("cross_k0").shape()[0];
    long[] prompt = prompt(reference);
    int count = prompt.length;
    long[] positions = new long[count];
    float[] mask = new float[count * count];
    for (int row = 0; row < count; row++) {
      positions[row] = row;
      for (int column = row + 1; column < count; column++) {
        mask[row * count + column] = -1e9f;
      }
    }
    long[] rows = new long[windows];
    Arrays.setAll(rows, window -> (window + 1L) * count - 1);
    Map<String, Session.Numbers> inputs = crossed(encoded);
    inputs.put("ids", longs(prompt, windows));
    inputs.put("positions", longs(positions, windows));
    inputs.put("rows", Session.Numbers.of(rows, windows));
    FloatBuffer masks = FloatBuffer.allocate(windows * mask.length);
    Collections.nCopies(windows, mask).forEach(masks::put);
    inputs.put("mask", Session.Numbers.of(masks.array(), windows, 1, count, count));
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String kind : List.of("pool_k", "pool_v")) {
        inputs.put(kind + layer, Session.Numbers.of(new float[0], windows, HEADS, 0, 64));
      }
    }
    try (Session decoder = new Session(folder.resolve("decoder.onnx"))) {
      return decoder.run(inputs);
    }
  }

  private static Session.Numbers longs(long[] values, int windows) {
    LongBuffer all = LongBuffer.allocate(windows * values.length);
    Collections.nCopies(windows, values).forEach(all::put);
    return Session.Numbers.of(all.array(), windows, values.length);
  }

  private static Map<String, Session.Numbers> crossed(Map<String, Session.Numbers> encoded) {
    Map<String, Session.Numbers> inputs = new HashMap<>(encoded);
    inputs.remove("mel");
    return inputs;
  }

  private static long[] prompt(JsonNode reference) {
    long[] prompt = new long[reference.get("prompt").size()];
    for (int i = 0; i < prompt.length; i++) {
      prompt[i] = reference.get("prompt").get(i).asLong();
    }
    return prompt;
  }

  /** How much less likely a token is than the one that should be the likeliest. */
  private static float behind(float[] logits, JsonNode reference, JsonNode next) {
    int first = reference.get("following").get(0).get("token").asInt();
    return logits[first] - logits[next.get("token").asInt()];
  }

  /** A number of the reference's names and order, from either precision. */
  private static float at(Map<String, Session.Numbers> outputs, JsonNode value) {
    String name = value.get("output").asText();
    long[] at = new long[value.get("at").size()];
    Arrays.setAll(at, i -> value.get("at").get(i).asLong());
    if (outputs.containsKey(name) && outputs.get(name).type() == OnnxJavaType.FLOAT) {
      return outputs.get(name).at(at);
    }
    if (name.startsWith("cross_k")) {
      String layer = name.substring("cross_k".length());
      float scale = outputs.get("cross_kScale" + layer).at(0, 0, at[1], at[3]);
      return (outputs.get(name).at(at) - 128) / 127 * scale;
    }
    String layer = name.substring("cross_vT".length());
    float scale = outputs.get("cross_vScale" + layer).at(0, at[1], 0, at[2]);
    return (outputs.get("cross_v" + layer).at(0, at[1], at[3], at[2]) - 128) / 127 * scale;
  }

  private static float real(JsonNode node, String field) {
    return (float) node.get(field).asDouble();
  }

  private static JsonNode reference() throws IOException {
    try (InputStream in = WhisperGraphsTest.class.getResourceAsStream("reference.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
